from enum import Enum, Flag, IntFlag, auto

class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.42e23, 3.39e6)
    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius
    @property
    def gravity(self):
        return round(6.67e-11 * self.mass / self.radius ** 2, 2)
    @classmethod
    def heaviest(cls):
        return max(cls, key=lambda p: p.mass)
    def __str__(self):
        return self.name.title()

print(Planet.EARTH.gravity, Planet.heaviest(), Planet.MARS.value, f'{Planet.MARS}', [str(p) for p in Planet])

class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W

p = Perm.R | Perm.X
print(p, repr(p), p.value, Perm.R in p, Perm.W in p, p & Perm.RW, ~Perm.R, p ^ Perm.X, bool(Perm(0)), Perm(0), list(p), Perm.RW, Perm(6), len(p))
class Bits(IntFlag):
    A = 1
    B = 2
print(Bits.A | Bits.B, repr(Bits.A | 8), Bits(3) == 3, Bits.A + 1)

Animal = Enum('Animal', 'CAT DOG')
print(list(Animal), Animal.DOG.value, Enum('N', {'a': 'x'}).a)
class Weekday(Enum):
    MON = 1
    TUE = 2
    @classmethod
    def _missing_(cls, value):
        return cls.MON if value == 'monday' else None
print(Weekday('monday'))
try:
    Weekday('x')
except ValueError as error:
    print(error)
try:
    class More(Weekday): pass
except TypeError as error:
    print(error)
match Weekday.TUE:
    case Weekday.MON: print('mon')
    case Weekday.TUE: print('tue')
