# A subclass of property, names given afterwards, and static methods called where they stand.
class Documented(property):
    def __init__(self, getter, *rest, note="none"):
        super().__init__(getter, *rest)
        self.note = note


class Lazy(property):
    def __get__(self, obj, owner=None):
        return self if obj is None else ("lazy", super().__get__(obj, owner))

    def __set_name__(self, owner, name):
        super().__set_name__(owner, name.upper())
        self.seen = owner.__name__, name


class Shape:
    @staticmethod
    def double(value, *, times=2):
        return value * times

    sides = double(2)
    tripled = double("ab", times=3)

    @Documented
    def plain(self):
        "Plain words."
        return "plain"

    noted = Documented(lambda self: "noted", note="written")
    lazy = Lazy(lambda self: self.sides)

    def _anything(self):
        return "anything"


print(Shape.sides, Shape.tripled, Shape.plain.note, Shape.noted.note, Shape().plain, Shape().noted, Shape.plain.__doc__)
print(Shape().lazy, Shape.lazy.seen, Shape.lazy.__name__, Shape.plain.__name__, Shape.noted.fset)
late = property(Shape._anything)
print(late.__name__, property(lambda self: 1).__name__)
Shape.late = late
late.__set_name__(Shape, "given")
print(late.__name__, Shape().late)
for target, name in ((Shape(), "late"), (Shape(), "lazy"), (Shape(), "plain")):
    for action in (lambda: setattr(target, name, 1)), (lambda: delattr(target, name)):
        try:
            action()
        except AttributeError as error:
            print(error)
Shape.unnamed = property(None, lambda self, value: None)
Shape.function = property(fdel=lambda self: print("deleted"))
try:
    Shape().unnamed
except AttributeError as error:
    print(error)
del Shape().function
try:
    property().__name__
except AttributeError as error:
    print(error)
again = Shape.plain.getter(lambda self: "again")
print(type(again).__name__, again.fget(None), isinstance(Shape.lazy.setter(print), Lazy))
