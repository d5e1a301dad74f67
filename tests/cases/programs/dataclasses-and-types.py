from dataclasses import dataclass, field, asdict, astuple, replace, FrozenInstanceError, fields
@dataclass(order=True)
class Item:
    name: str
    price: float = 1.0
    tags: list[str] = field(default_factory=list, compare=False)
    def total(self, n: int = 1) -> float: return self.price * n
@dataclass(frozen=True, slots=True)
class P:
    x: int
    y: int = 0
    def __post_init__(self):
        if self.x < 0: raise ValueError('negative')
@dataclass(kw_only=True)
class Q(Item):
    z: int
    w: int = field(default=5, repr=False, init=False)
a = Item('a', 2.5, ['x']); b = Item('b')
print(a, b, a == Item('a', 2.5), a < b, asdict(a), astuple(b), replace(a, name='c'), a.total(3), sorted([b, a]), [f.name for f in fields(Item)])
print(P(1), P(1, 2) == P(1, 2), hash(P(1)) == hash(P(1)), {P(1)}, Q(name='n', z=1), Q.__match_args__ if hasattr(Q, '__match_args__') else '')
for bad in (lambda: Item(), lambda: setattr(P(1), 'x', 2), lambda: P(-1), lambda: Q(1), lambda: Item(1, 2, 3, 4), lambda: P(1) < P(2), lambda: hash(a), lambda: setattr(P(1), 'q', 2)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
try:
    @dataclass
    class Bad:
        x: list = []
except ValueError as e: print(e)
try:
    @dataclass
    class Bad2:
        x: int = 1
        y: int
except TypeError as e: print(e)
from typing import Optional, Union, List, Dict, Protocol, NamedTuple, TypedDict, Literal, TypeVar, Generic, Callable, Any, get_type_hints
print(Optional[int], Union[int, str], List[int], Dict[str, int], int | None, list[int], Callable[[int], str], Literal['a'], Any, get_type_hints(Item.total))
class N(NamedTuple):
    a: int
    b: str = 'z'
print(N(1), N(1)._asdict(), N.__annotations__)
class TD(TypedDict): k: int
print(TD(k=1), TD.__annotations__)
from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
class Sq(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
    name = 'sq'
print(Sq(2).area(), isinstance(Sq(1), Shape), issubclass(Sq, Shape))
class Half(Shape):
    def area(self): return 1
for k in (Shape, Half):
    try: k()
    except TypeError as e: print(e)
class A:
    def hi(self): return 'A'
class B(A):
    def hi(self): return 'B' + super().hi()
class C(A):
    def hi(self): return 'C' + super().hi()
class D(B, C):
    def hi(self): return 'D' + super().hi()
print(D().hi(), [k.__name__ for k in D.__mro__], D.__bases__, isinstance(D(), A), D.__dict__.keys() - {'__module__', '__qualname__', '__doc__'} if False else '')
try:
    class X(A, B): pass
except TypeError as e: print(e)
class S:
    __slots__ = ('a', 'b')
s = S(); s.a = 1
for bad in (lambda: s.b, lambda: setattr(s, 'c', 1), lambda: s.__dict__, lambda: delattr(s, 'b'), lambda: delattr(s, 'q')):
    try: bad()
    except AttributeError as e: print(e)
class Priv:
    def __init__(self): self.__x = 1; self._y = 2
p = Priv(); print(p.__dict__, p._Priv__x)
p.__x
