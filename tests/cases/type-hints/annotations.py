from typing import Optional

def f(a: int, b: 'str' = 'x', *args: float, c: list[int] | None = None, **kw: dict) -> Optional[bool]:
    y: int = 1
    z: undefined_is_fine_here
    return y

print(f.__annotations__)
count: int = 5
name: str
print(__annotations__, 'name' in globals())

class Point:
    x: int
    y: float = 0.5
    names: list['Point'] = []
    self_made: 1 + 1

print(Point.__annotations__, Point.y, hasattr(Point, 'x'))
try:
    bad: undefined_at_module_level = 1
except NameError as error:
    print(error)
d = {}
d['k']: int = 3
print(d, f(1))
print(list[int], dict[str, list[int]], int | None, tuple[int, ...], list[int]() , type(list[int]), (int | str) == (str | int), isinstance(5, int | str))
