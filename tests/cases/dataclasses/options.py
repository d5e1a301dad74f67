from dataclasses import dataclass, field, FrozenInstanceError, KW_ONLY, InitVar

@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0

print(Version(1, 2) < Version(1, 10), sorted([Version(2), Version(1, 5)]), hash(Version(1)) == hash(Version(1, 0)), {Version(1): 'x'}[Version(1)])
v = Version(1)
for attempt in [lambda: setattr(v, 'major', 2), lambda: delattr(v, 'minor'), lambda: setattr(v, 'new', 1)]:
    try:
        attempt()
    except FrozenInstanceError as error:
        print(type(error).__name__, error)

@dataclass(slots=True)
class Slim:
    a: int
    b: int = 2

s = Slim(1)
try:
    s.c = 1
except AttributeError as error:
    print(error)

@dataclass(kw_only=True, eq=False)
class Options:
    name: str
    debug: bool = False

print(s, Options(name='n'), Options(name='n') == Options(name='n'))
try:
    Options('n')
except TypeError as error:
    print(error)

@dataclass
class Rect:
    w: float
    _: KW_ONLY
    h: float = 1
    scale: InitVar[int] = 1
    area: float = field(init=False)
    def __post_init__(self, scale):
        self.area = self.w * self.h * scale

print(Rect(2, h=3, scale=10), Rect(4).area)
