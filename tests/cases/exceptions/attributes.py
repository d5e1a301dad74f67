# What an exception carries can be read, set, and refused.
import pickle


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error, sep=": ")


error = ValueError("one", 2)
error.args = ["three", 4]
print(error.args, error, repr(error), error.__suppress_context__, error.__cause__, error.__context__, error.__traceback__)
error.args = (letter for letter in "ab")
error.__suppress_context__ = True
error.__cause__ = KeyError("cause")
print(error.args, error.__suppress_context__, repr(error.__cause__))
error.__setstate__({"note": "from state", "code": 7})
print(error.note, error.__dict__, error.__reduce__())
error.__setstate__(None)
error.add_note("a note")
print(error.__notes__, ValueError.__init__(error, "again"), error.args)
for name, value in (("args", 5), ("__cause__", 5), ("__context__", "x"), ("__traceback__", 5), ("__suppress_context__", 1)):
    attempt(lambda: setattr(error, name, value))
for name in "args", "__cause__", "__context__", "__traceback__", "__suppress_context__":
    attempt(lambda: delattr(error, name))
error.__notes__ = "no list"
attempt(lambda: error.add_note("more"))
attempt(lambda: error.add_note(5))
attempt(lambda: error.__setstate__(5))
attempt(lambda: error.with_traceback(5))
attempt(lambda: ValueError(key=1))
attempt(lambda: BaseException.__new__())
attempt(lambda: BaseException.__new__(int))
attempt(lambda: BaseException.__new__(5))

leaving = SystemExit(3)
leaving.code = 4
print(leaving.code, leaving.args, SystemExit().code, SystemExit(1, 2).code)
stop = StopIteration(5, 6)
stop.value = 7
print(stop.value, stop.args, StopIteration().value)
missing = AttributeError("words", name="n", obj=[1])
print(missing.name, missing.obj, NameError("x", name="y").name, ImportError("m", name="a", path="b").path)
attempt(lambda: NameError("x", nmae="y"))
attempt(lambda: AttributeError(obj=1, name="x", other=2))
attempt(lambda: ImportError("m", nam="a"))
for original in (ValueError("v", 1), KeyError("k"), OSError(2, "none", "file.txt"), OSError(17, "a", "b", None, "c"), StopIteration(3), SystemExit(4)):
    copy = pickle.loads(pickle.dumps(original))
    print(repr(copy), copy, copy.args, original.__reduce__()[1:])
