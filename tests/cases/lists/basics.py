items = [3, 1, 2]
items.append(4)
items.insert(0, 9)
items.insert(100, 'end')
items.extend('ab')
items += [None]
print(items, len(items), items[0], items[-1])
print(items.pop(), items.pop(0), items.index(1), items.count(4), 'a' in items)
items.remove('end')
del items[0]
print(items)
items.reverse()
print(items, items * 2, [0] * 3, [] + [1])
copy = items.copy()
items.clear()
print(items, copy, list('abc'), list(range(3)), list({'k': 1}))
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [0], [1] == [1.0], [1, [2]] == [1, [2]])
