# What attribute access does with a descriptor can be done by hand: __get__, __set__ and __delete__ are methods.
class Celsius:
    def __init__(self):
        self._degrees = 20

    def _get(self):
        "The temperature."
        return self._degrees

    def _set(self, degrees):
        self._degrees = degrees

    def _delete(self):
        self._degrees = None

    degrees = property(_get, _set, _delete)
    fixed = property(_get)
    secret = property(None, _set)


water = Celsius()
part = Celsius.__dict__["degrees"]
print(part.__get__(water), part.__get__(water, Celsius), part.__get__(None, Celsius) is part)
part.__set__(water, 90)
print(water.degrees, part.fget.__name__, part.fset.__name__, part.fdel.__name__, part.__doc__, part.__name__)
part.__delete__(water)
print(water.degrees, Celsius.fixed.fset, Celsius.secret.fget, Celsius.fixed.__isabstractmethod__)
louder = part.getter(lambda self: "hot")
print(louder.__get__(water), louder is part, louder.fset is part.fset, type(louder) is property)


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error, sep=": ")


for name in "degrees", "fixed", "secret":
    descriptor = Celsius.__dict__[name]
    attempt(descriptor.__get__, water)
    attempt(descriptor.__set__, water, 1)
    attempt(descriptor.__delete__, water)
attempt(property().__get__, water)
attempt(property().__set__, water, 1)
attempt(property.__get__, "no property", water)
attempt(property, 1, 2, 3, 4, 5)
