table = {}
table[('a', 1)] = 'tuple'
table[['a', 1]] = 'list'
