# Functions, methods, cells and code are objects, of types that can be called.
import types


def outer(x):
    def inner(y=2, *, z=3):
        return x + y + z

    return inner


inner = outer(1)
cell = inner.__closure__[0]
print(cell.cell_contents, types.CellType(5).cell_contents, type(cell).__name__, inner.__code__.co_freevars)
cell.cell_contents = 100
print(inner())
again = types.FunctionType(inner.__code__, globals(), "again", (7,), (types.CellType(10),))
again.__kwdefaults__ = {"z": 1000}
print(again(), again.__name__, again.__defaults__, again.__kwdefaults__, again.__closure__[0].cell_contents)
inner.__defaults__ = None
inner.__kwdefaults__ = None
bound = types.MethodType(lambda self, other: (self, other), "me")
print(bound("you"), bound.__self__, bound.__func__.__name__, bound.__call__("x"), inner.__get__(5).__self__, inner.__get__(None, int) is inner)
inner.__name__, inner.__qualname__, inner.__doc__, inner.__module__ = "named", "Some.named", "Words.", "elsewhere"
inner.note = "an attribute"
print(inner, inner.__doc__, inner.__module__, inner.note, inner.__dict__["note"], vars(inner) == inner.__dict__)


def attempt(action):
    try:
        print(action())
    except (TypeError, ValueError, AttributeError, NameError) as error:
        print(type(error).__name__, error, sep=": ")


attempt(inner)
attempt(lambda: inner(1))
attempt(lambda: types.CellType().cell_contents)
attempt(lambda: types.FunctionType(5, {}))
attempt(lambda: types.FunctionType(inner.__code__, 5))
attempt(lambda: types.FunctionType(inner.__code__, {}))
attempt(lambda: types.FunctionType(inner.__code__, {}, closure=()))
attempt(lambda: types.MethodType(5, 1))
attempt(lambda: types.MethodType(len, None))
attempt(lambda: types.MethodType(len))
attempt(lambda: setattr(inner, "__name__", 5))
attempt(lambda: setattr(inner, "__qualname__", 5))
attempt(lambda: setattr(inner, "__defaults__", 5))
attempt(lambda: setattr(inner, "__kwdefaults__", 5))
attempt(lambda: delattr(inner, "__name__"))
attempt(lambda: inner.missing)
attempt(lambda: bound.missing)
attempt(lambda: setattr(bound, "x", 1))
del inner.note, inner.__doc__
print(inner.__doc__, hasattr(inner, "note"))
print(len.__name__, len.__qualname__, len.__self__.__name__, len.__module__, [].append.__self__, [].append.__qualname__)
