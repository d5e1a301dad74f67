from dataclasses import dataclass, field, asdict, astuple, replace, fields

@dataclass
class Point:
    x: int
    y: int = 0

@dataclass
class Line:
    start: Point
    end: Point = field(default_factory=lambda: Point(1, 1))
    tags: list = field(default_factory=list)
    hidden: str = field(default='h', repr=False, compare=False)
    count: int = field(init=False, default=7)

p = Point(3)
print(p, p == Point(3, 0), p != Point(3, 1), Point(y=1, x=2), Point.__match_args__)
a, b = Line(p), Line(p)
a.tags.append('x')
a.hidden = 'other'
print(a, b.tags, a == b, a.count, a.hidden)
print(asdict(a), astuple(p), replace(p, y=9), [f.name for f in fields(a)], fields(Point)[1].default)
for bad in [lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(z=1), lambda: hash(p), lambda: p < Point(4), lambda: asdict(5), lambda: replace(p, w=1)]:
    try:
        print(bad())
    except TypeError as error:
        print(error)
match p:
    case Point(x, y):
        print('matched', x, y)
