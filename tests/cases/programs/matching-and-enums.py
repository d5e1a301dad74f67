# match, walrus, comprehensions
def what(x):
    match x:
        case 0 | 1: return 'small'
        case int() as n if n < 0: return f'negative {n}'
        case int(n): return f'int {n}'
        case float(): return 'float'
        case 'a' | 'b': return 'letter'
        case str(s) if len(s) > 3: return f'long {s}'
        case []: return 'empty'
        case [x]: return f'one {x}'
        case [x, *rest] if rest == [x]: return 'twins'
        case [1, (2 | 3) as y, *_]: return f'1 then {y}'
        case (a, b): return f'pair {a} {b}'
        case [first, *mid, last]: return f'{first}..{last} ({len(mid)})'
        case {'type': 'circle', 'r': r}: return f'circle {r}'
        case {'type': t, **rest}: return f'{t} {rest}'
        case {}: return 'dict'
        case Point(x=0, y=0): return 'origin'
        case Point(x, y=yy): return f'point {x} {yy}'
        case None: return 'none'
        case True: return 'true'
        case Color.RED: return 'red'
        case _: return 'other'
class Point:
    __match_args__ = ('x', 'y')
    def __init__(s, x, y): s.x, s.y = x, y
from enum import Enum, auto, IntEnum, Flag
class Color(Enum):
    RED = 1
    GREEN = auto()
    CRIMSON = 1
for v in (0, 1, -5, 7, 2.5, 'a', 'abc', 'abcd', [], [1], [1, 1], [1, 2, 5], [5, 6], [1, 4, 5, 6], (1, 2), {'type': 'circle', 'r': 2}, {'type': 'sq', 'w': 1}, {}, Point(0, 0), Point(1, 2), None, True, Color.RED, Color.GREEN, {1}, b'x', range(2)):
    print(what(v))
print(Color.RED, repr(Color.CRIMSON), Color(2), Color['GREEN'], list(Color), Color.RED.name, Color.RED.value, Color.RED is Color.CRIMSON, Color.__members__)
try: Color(9)
except ValueError as e: print(e)
try: Color['X']
except KeyError as e: print(e)
try: Color.RED = 5
except AttributeError as e: print(e)
class N(IntEnum): A = 1; B = 2
class Fl(Flag): R = auto(); W = auto()
print(N.A + 1, N.B > 1, repr(N.A), f'{N.A}', Fl.R | Fl.W, Fl.R in (Fl.R | Fl.W), repr(Fl(0)), ~Fl.R)
if (n := len('abc')) > 2: print(n)
print([y := 5, y ** 2], [z for x in range(5) if (z := x * 2) > 4], z)
print({x: x ** 2 for x in range(3)}, {c for c in 'aab'}, [[i * j for j in range(3)] for i in range(2)], [(x, y) for x in range(2) for y in 'ab' if x or y == 'a'])
print([x if x % 2 else -x for x in range(4)], sum(x for x in range(4)), dict(a=1, **{'b': 2}), {**{'a': 1}, 'a': 2}, [*range(2), *'ab'], (1,), (), {*()} )
match 5:
    case x if x > 10: print('no')
print(x) if 'x' in globals() else None
match Point(1, 2):
    case Point(1, 2, 3): pass
