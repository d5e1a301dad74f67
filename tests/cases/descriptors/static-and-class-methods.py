# staticmethod and classmethod wrap a function: what they show of it, and what they make of it when looked up.
class Shape:
    @staticmethod
    def area(width, height=1):
        "Width by height."
        return width * height

    @classmethod
    def named(cls, name):
        "Makes one."
        return f"{cls.__name__} {name}"


class Square(Shape):
    pass


area, named = Shape.__dict__["area"], Shape.__dict__["named"]
print(area.__name__, area.__qualname__, area.__doc__, area.__wrapped__ is area.__func__)
print(named.__name__, named.__qualname__, named.__doc__, named.__func__ is named.__wrapped__)
print(area(3, height=4), area.__get__(None, Shape)(5), area.__get__(Shape()) is area.__func__)
print(named.__get__(None, Square)("one"), named.__get__(Square())("two"), named.__get__(5)("three"))
print(repr(area).split(" at ")[0], repr(named).split(" at ")[0], staticmethod(len), classmethod(print))
print(Shape().named.__self__, Square.named.__func__ is named.__func__, Square.area is area.__func__)
print(area.__isabstractmethod__, area.__annotations__)


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error, sep=": ")


attempt(named, "x")
attempt(staticmethod)
attempt(classmethod, 1, 2)
attempt(staticmethod(5))
attempt(staticmethod(5).__get__(None, int))
attempt(classmethod(5).__get__(None, int))
attempt(lambda: staticmethod(5).__name__)
