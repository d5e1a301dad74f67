type Pair[T] = tuple[T, T]
type Number = int | float

def first[T](items: list[T]) -> T:
    return items[0]

class Stack[T]:
    def __init__(self) -> None:
        self.items: list[T] = []
    def push(self, item: T) -> None:
        self.items.append(item)
    def pop(self) -> T:
        return self.items.pop()

s = Stack[int]()
s.push(1)
print(s.pop(), first(['a']), Pair, Number.__value__, Stack[int], first.__type_params__, type(Number).__name__)

from typing import TypeVar, Generic, NamedTuple, TypedDict, Protocol, Callable, Any, Literal, cast

T = TypeVar('T')

class Box(Generic[T]):
    def __init__(self, item: T): self.item = item

class Point(NamedTuple):
    x: int
    y: int = 0

class Movie(TypedDict, total=False):
    title: str
    year: int

class Speaks(Protocol):
    def speak(self) -> str: ...

handler: Callable[[int], Any] = lambda n: n
mode: Literal['r', 'w'] = 'r'
print(Box[int](5).item, Point(1), Point(1, 2).x, Movie(title='x', year=1), cast(int, 'not checked'), T, Point._fields, handler(3))
