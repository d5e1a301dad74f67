from collections import namedtuple

Point = namedtuple('Point', ['x', 'y'])
p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), len(p), list(p), Point._fields, p._asdict(), p._replace(y=5), Point._make([7, 8]), isinstance(p, tuple))
x, y = p
print(x, y, max(Point(1, 5), Point(2, 0)), hash(p) == hash((1, 2)), p + (3,), {p: 'here'}[1, 2], Point.__name__, Point.__doc__)
Employee = namedtuple('Employee', 'name dept salary', defaults=['IT', 100])
print(Employee('Ada'), Employee._field_defaults, Employee('Bob', salary=5))

class Vector(namedtuple('Vector', 'x y')):
    __slots__ = ()
    @property
    def length(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    def __add__(self, other): return Vector(self.x + other.x, self.y + other.y)

print(Vector(3, 4).length, Vector(1, 1) + Vector(2, 2), Vector(0, 1))
match p:
    case Point(x=1, y=b): print('matched', b)
for bad in [lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: setattr(p, 'x', 5), lambda: namedtuple('Bad', 'class'), lambda: namedtuple('Bad', 'a a'), lambda: p._replace(q=1), lambda: p.z, lambda: p[5]]:
    try:
        print(bad())
    except (TypeError, AttributeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
print(namedtuple('Loose', 'a class a', rename=True)._fields)
