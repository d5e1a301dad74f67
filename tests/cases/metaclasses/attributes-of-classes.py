# What a class tells of itself and what of it can be changed.
class Base:
    "A base."


class Other:
    pass


class Child(Base, Other):
    color = "red"

    def method(self):
        pass


print(Child.__name__, Child.__qualname__, Child.__module__, Child.__doc__, Base.__doc__, Child.__base__, Child.__bases__, Child.__mro__ == tuple(Child.mro()))
print(int.__base__, bool.__base__, object.__base__, type.__base__, object.__bases__, Child.__dict__["color"], Child.__subclasses__(), Base.__subclasses__(), type(Child).__name__)
print(int.__basicsize__ > 0, Child.__flags__ & (1 << 20), bool(int.__flags__ & (1 << 10)), bool(bool.__flags__ & (1 << 10)), Child.__text_signature__)
Child.__name__, Child.__qualname__, Child.__doc__, Child.__module__ = "Renamed", "Outer.Renamed", "New words.", "elsewhere"
print(Child, Child(), repr(Child.method), Child.__doc__, Child.__name__)
made = type("Made", (Base,), {"x": 1, "__doc__": "Made by hand."})
print(made, made.x, made.__doc__, made.__module__, made.__annotations__, type(made()), type.__call__(made), made.__instancecheck__(made()), made.__subclasscheck__(int))
print(Base.__or__(int), int | Base, type.__ror__(int, Base), Base == Base, type.__prepare__())
item = Base()
item.__class__ = Other
print(type(item).__name__, item.__class__, isinstance(item, Other))
item.__dict__ = {"a": 1}
print(item.a, vars(item), sorted(name for name in dir(item) if not name.startswith("__")), item.__sizeof__() > 0, item.__reduce_ex__(2)[1:3])


def attempt(action):
    try:
        print(action())
    except (TypeError, AttributeError, ValueError) as error:
        print(type(error).__name__, error, sep=": ")


attempt(lambda: setattr(Base, "__name__", 5))
attempt(lambda: setattr(Base, "__qualname__", 5))
attempt(lambda: setattr(int, "__name__", "x"))
attempt(lambda: setattr(int, "x", 1))
attempt(lambda: delattr(Base, "__name__"))
attempt(lambda: delattr(int, "real"))
attempt(lambda: int.__annotations__)
attempt(lambda: setattr(item, "__class__", 5))
attempt(lambda: setattr(item, "__class__", int))
attempt(lambda: setattr(5, "__class__", Other))
attempt(lambda: setattr(item, "__dict__", 5))
attempt(lambda: type("X"))
attempt(lambda: type("X", (), {}, 1))
attempt(lambda: type("X", (), []))
attempt(lambda: type("X", [], {}))
attempt(lambda: type("X", (5,), {}))
attempt(lambda: type(5, (), {}))
attempt(lambda: type())
attempt(lambda: type("X", (bool,), {}))
attempt(lambda: type("X", (Base, Base), {}))
attempt(lambda: type("X", (int, str), {}))
attempt(lambda: type("X", (object, Base), {}))
attempt(lambda: Base(1))
attempt(lambda: Base(x=1))
attempt(lambda: object(1))
attempt(lambda: object.__new__(Base, 1))
attempt(lambda: object.__new__(int))
attempt(lambda: object.__new__())
attempt(lambda: object.__new__(5))
attempt(lambda: object.__init__(Base(), 1))
attempt(lambda: Base.missing)
attempt(lambda: __build_class__())
