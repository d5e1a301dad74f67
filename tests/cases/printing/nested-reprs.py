print([[], [[]], {}], {'a': [1, {'b': (2,)}]}, ('x', ['y']), [None, True, 1.0, 'q"', "q'"], [b'x', {1: {2}}])
print(['line\n', 'tab\t', 'é', '中', '\\'], {'key with \'quote\'': "it's"}, [1.0, 1e100, -0.0, float('inf')])
print([int, len, print], [range(3), slice(1)], [lambda: 0][0].__name__, [Exception('x'), ValueError(1, 2), KeyError('k')])
print(str(['a']), str(('a',)), str({'a'}), str({'a': 'b'}), f"{['a']}", '%s' % ['a'], str([]) + str(()) + str({}) + str(set()))
d = {}
d['self'] = d
l = [d]
print(d, l)
print([1, 2, 3].__repr__(), (1, 2).__str__(), (1).__repr__(), 'x'.__repr__())
print(type(1), [type('')], {'t': type(None)}, ..., [...], NotImplemented)
print(list(range(3)), tuple('ab'), {'x': range(2)}, zip, map, enumerate)
