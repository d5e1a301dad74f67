from enum import Enum, auto, IntEnum, StrEnum, unique

class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 'b'
    CRIMSON = 1

print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color['BLUE'], Color('b'))
print(list(Color), len(Color), Color.CRIMSON, Color.CRIMSON is Color.RED, list(Color.__members__), Color.RED in Color, 2 in Color)
print(Color.RED == 1, Color.RED == Color.RED, Color.RED is Color(1), {Color.RED: 'stop'}, isinstance(Color.RED, Color), type(Color.RED))
for attempt in ['Color(9)', 'Color["PINK"]', 'Color.PINK', 'Color.RED = 5', 'Color.RED < Color.GREEN', 'Color()', 'del Color.RED', 'Color.RED.value = 3', 'Color.RED.RED.name + 1']:
    try:
        exec(attempt)
    except Exception as error:
        print(f'{attempt:24} {type(error).__name__}: {error}')

class Size(IntEnum):
    S = 1
    L = 3
class Mood(StrEnum):
    HAPPY = auto()
    SAD = 'blue'
class Step(Enum):
    ONE = auto()
    TWO = auto()
    TEN = 10
    ELEVEN = auto()
print(Size.L > Size.S, Size.S + 1, Size.L, repr(Size.L), Mood.HAPPY, repr(Mood.SAD), Mood.SAD + '!', f'{Size.S} {Mood.HAPPY} {Color.RED}', [s.value for s in Step])
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as error:
    print(error)
