import copy

class Point:
    def __init__(self, x, items): self.x, self.items = x, items
    def __repr__(self): return f'Point({self.x}, {self.items})'

a = [1, [2, 3], {'k': (4, [5])}, Point(6, [7])]
shallow, deep = copy.copy(a), copy.deepcopy(a)
a[1].append('new')
a[3].items.append('x')
print(a, shallow, deep, sep='\n')
print(shallow[1] is a[1], deep[1] is a[1], copy.copy((1, 2)), copy.deepcopy('s'), copy.deepcopy(len) is len)
loop = [1]
loop.append(loop)
c = copy.deepcopy(loop)
print(c, c[1] is c, c is loop)
shared = [0]
d = copy.deepcopy([shared, shared])
d[0].append(1)
print(d, d[0] is d[1])

class Custom:
    def __copy__(self): return 'shallow copy of custom'
    def __deepcopy__(self, memo): return f'deep copy, {type(memo).__name__}'

print(copy.copy(Custom()), copy.deepcopy([Custom()]), copy.copy({1: [2]}), copy.copy({1, 2}), copy.deepcopy({'a': {1}}), copy.copy(Point(1, [])).x)
try:
    copy.deepcopy(x for x in [])
except TypeError as error:
    print(error)
