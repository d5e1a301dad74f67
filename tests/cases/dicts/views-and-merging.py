a, b = {'x': 1, 'y': 2}, {'y': 3, 'z': 4}
print(a | b, b | a, {**a, **b, 'w': 0})
a |= b
print(a)
keys = a.keys()
a['new'] = 5
print(keys, len(keys), 'new' in keys, keys & {'x', 'q'}, sorted(keys | {'q'}), sorted(keys - {'x'}), a.items() >= {('x', 1)})
print(a.values(), a.items(), type(keys).__name__, ('x', 1) in a.items(), 3 in a.values())
print(list(reversed(a.items())), a.keys() == {'x', 'y', 'z', 'new'}, a.keys().isdisjoint(['k']))
swapped = {v: k for k, v in a.items()}
print(swapped, {k.upper(): v for k, v in a.items() if v > 2})
try:
    a | [('k', 1)]
except TypeError as error:
    print(error)
a |= [('k', 1)]
print(a['k'])
