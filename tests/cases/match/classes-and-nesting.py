class Point:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y):
        self.x, self.y = x, y

class Event:
    def __init__(self, kind, at=None):
        self.kind, self.at = kind, at

ORIGIN_X = 0
class Limits:
    far = 100

def where(thing):
    match thing:
        case Point(0, 0): return 'origin'
        case Point(x=0, y=y) | Point(x=y, y=0): return f'on an axis at {y}'
        case Point(x, y) if x == y: return f'diagonal {x}'
        case Point(x=Limits.far): return 'far'
        case Point(): return 'somewhere'
        case Event(kind='click', at=Point(x, y)): return f'click at {x},{y}'
        case Event(kind=k): return f'event {k}'
        case [Point(0, 0), *rest]: return f'path of {len(rest)} more'
        case {'p': [Point(x, _), _]}: return f'nested {x}'
        case (1 | 2 | 3) as n, str() as s: return f'{n} {s}'
        case other: return f'nothing known: {other}'

for thing in [Point(0, 0), Point(0, 5), Point(6, 0), Point(2, 2), Point(100, 3), Point(1, 2), Event('click', Point(3, 4)), Event('key'), [Point(0, 0), 1, 2], {'p': [Point(9, 1), 0]}, (2, 'b'), 'x']:
    try:
        print(where(thing))
    except Exception as error:
        print(type(error).__name__, error)
