data = {'a': 1}
del data['a']
del data['a'], data['b']
