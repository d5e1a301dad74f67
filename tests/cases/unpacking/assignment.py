a, b = 1, 2
a, b = b, a
print(a, b)
(x, y), z = (1, 2), 3
[p, q] = 'hi'
first, *middle, last = range(6)
*init, end = [1]
head, *_ = 'hello'
print(x, y, z, p, q, first, middle, last, init, end, head, _)
a, (b, *c), *d = 1, 'xyz', 3, 4
print(a, b, c, d)
i = 0
i, values = 1, [0, 0, 0]
i, values[i] = 2, 'set'
print(i, values)
x = y = z = []
x.append(1)
print(y, z)
for n, (letter, number) in enumerate([('a', 1), ('b', 2)]):
    print(n, letter, number)
k, v = {'key': 'value'}.popitem()
print(k, v)
(a), = [5]
print(a)
