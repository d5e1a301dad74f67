# Each name among __slots__ becomes a descriptor of the class, which stores the value in the object itself.
class Point:
    __slots__ = ("x", "y", "__hidden")

    def __init__(self, x):
        self.x = x
        self.__hidden = "seen from inside"


class Other:
    pass


x = Point.__dict__["x"]
point = Point(3)
print(x, x.__name__, x.__objclass__, type(x), x is Point.x, x.__doc__, x.__qualname__)
print(x.__get__(point), x.__get__(point, Point), x.__get__(None, Point) is x, point._Point__hidden)
x.__set__(point, 4)
print(point.x, sorted(name for name in dir(Point) if "__" not in name), Point.__slots__)
x.__delete__(point)


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except (TypeError, AttributeError, ValueError) as error:
        print(type(error).__name__, error, sep=": ")


attempt(getattr, point, "x")
attempt(delattr, point, "x")
attempt(x.__delete__, point)
attempt(getattr, point, "y")
attempt(setattr, point, "z", 1)
attempt(getattr, point, "__dict__")
attempt(x.__get__, Other())
attempt(x.__set__, Other(), 1)
attempt(x.__delete__, 5)
attempt(type, "Odd", (), {"__slots__": "x", "x": 1})
attempt(type, "Odd", (), {"__slots__": ["1x"]})
attempt(type, "Odd", (), {"__slots__": [5]})
attempt(type, "Odd", (int,), {"__slots__": "y"})
attempt(type, "Odd", (tuple,), {"__slots__": "y"})
