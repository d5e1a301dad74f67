import typing
from typing import *

print(List[int], Dict[str, List[int]], Optional[str], Union[int, str, None], Tuple[int, ...], Callable[[int, str], bool], Callable[..., Any], Any, Type[int], Literal['a', 1], Set[int])
print(Optional[Optional[int]], Union[int, int], Union[int], Iterator[int], Awaitable[str], Coroutine[Any, Any, int], AsyncIterator[int], Generator[int, None, str], Final[int], ClassVar[str], Annotated[int, 'meta'])
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(int), get_type_hints(lambda: 0), Union[int, str] == Union[str, int], NoReturn, Never, Self)
UserId = NewType('UserId', int)
print(UserId(5) + 1, UserId.__name__, TYPE_CHECKING, cast('str', 5))

def f(a: 'int', b: Optional['str'] = None) -> 'List[int]': ...
print(get_type_hints(f))

@runtime_checkable
class Closable(Protocol):
    def close(self): ...

class File:
    def close(self): pass

print(isinstance(File(), Closable), isinstance(5, Closable))
@overload
def g(x: int) -> int: ...
def g(x): return x
@final
class Leaf: pass
print(g(3), Leaf.__name__, no_type_check(f) is f, assert_type(5, int))
class Movie(TypedDict):
    name: str
    year: NotRequired[int]
print(Movie(name='x'), Movie.__annotations__['name'], Movie.__total__, Movie.__required_keys__, type(Movie(name='a')))
class Emp(NamedTuple):
    name: str
    id: int = 3
print(Emp('a'), Emp('b')._asdict(), Emp.__annotations__)
for bad in [lambda: List[int, str], lambda: Optional[int, str], lambda: Any(), lambda: Union[()], lambda: isinstance([], List[int])]:
    try:
        print(bad())
    except TypeError as error:
        print(error)
