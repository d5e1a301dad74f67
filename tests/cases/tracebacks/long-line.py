values = {'alpha': 1, 'beta': 2, 'gamma': 3}
print('the sum is', values['alpha'] + values['beta'] + values['gamma'] + values['delta'] + 100, 'and that is all there is to say about it')
