d = {}
for key in 'hello world':
    d[key] = d.get(key, 0) + 1
print(d)
del d['l']
d['l'] = 'again'
d['h'] = 'kept'
print(list(d), list(reversed(d)))
print({'a': 1, 'b': 2} == {'b': 2, 'a': 1}, list({'a': 1, 'b': 2}.items())[0])
print({1: 'a', 2: 'b', 1: 'c'}, dict([(1, 'x'), (2, 'y'), (1, 'z')]))
print(max(d, key=lambda k: str(d[k])), sorted(d), dict(sorted({'b': 1, 'a': 2}.items())))
d = {3: 'c', 1: 'a', 2: 'b'}
for k, v in d.items():
    print(k, v, end='; ')
print()
first, *rest = d
print(first, rest, next(iter(d)), d.popitem())
