print('hello)
print('never')
