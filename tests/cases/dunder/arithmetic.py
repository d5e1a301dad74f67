class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __repr__(self):
        return f'Vector({self.x}, {self.y})'
    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y) if isinstance(other, Vector) else NotImplemented
    def __mul__(self, n):
        return Vector(self.x * n, self.y * n)
    __rmul__ = __mul__
    def __neg__(self):
        return self * -1
    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** .5
    def __bool__(self):
        return bool(self.x or self.y)
    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)
    def __matmul__(self, other):
        return self.x * other.x + self.y * other.y
    def __iadd__(self, other):
        print('in place')
        self.x += other.x
        return self

v, w = Vector(1, 2), Vector(3, 4)
print(v + w, v * 3, 3 * v, -v, abs(w), bool(Vector(0, 0)), v == Vector(1, 2), v != w, v @ w)
u = v
v += w
print(v, u is v, sum([v, w], Vector(0, 0)))
for bad in [lambda: v + 1, lambda: 1 + v, lambda: v - w, lambda: v @ 1, lambda: v < w, lambda: ~v, lambda: {v: 1}]:
    try:
        print(bad())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
