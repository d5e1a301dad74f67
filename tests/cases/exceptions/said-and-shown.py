# What exceptions say that hold others, that cannot be shown, or that hold what is no text.
class Mute:
    def __str__(self):
        raise RuntimeError("no words")

    __repr__ = __str__


class Five:
    def __str__(self):
        return 5


class Own(Exception):
    def __str__(self):
        return f"own words about {self.args}"


class OwnRepr(ValueError):
    def __repr__(self):
        return "<own repr>"


inner = ValueError("inner")
for error in (ValueError(inner), ValueError(ValueError(inner)), KeyError(inner), KeyError(KeyError("k")), Own(inner), ValueError(Own(1)), OwnRepr(OwnRepr("x")), Exception(1, inner), Exception(None), Exception(""), Exception(()), Exception(("a",)), Exception([1]), OSError(inner), ImportError(inner), StopIteration(inner), SystemExit(inner), AssertionError(inner), UnicodeError("a", 1)):
    print(f"{error} | {error!r}")
for action in (lambda: str(ValueError(Mute())), lambda: repr(ValueError(Mute())), lambda: str(ValueError(Five())), lambda: f"{ValueError(Five())}", lambda: str(ValueError(1, Mute()))):
    try:
        print(action())
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, error)
changed = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "reason")
changed.args = ("new", "args")
print(changed, changed.args, changed.reason)
wrong = SyntaxError("words", ("name.py", 1, 2, "text"))
wrong.filename, wrong.lineno = None, "text"
print(wrong, str(SyntaxError("only", ("/a/b/c.py", None, 1, ""))), SyntaxError(5), SyntaxError("a", (None, None, None, None)))
wrong.msg = None
print(wrong, wrong.args)
missing = ImportError("first", name="n", path="p")
missing.msg = "second"
print(missing, missing.args, missing.name, ImportError(), ImportError("a", "b"), ModuleNotFoundError("m", name="m").name)
try:
    raise ValueError("first") from KeyError("cause")
except ValueError as error:
    again = error
try:
    try:
        raise again
    except ValueError:
        raise again.with_traceback(None)
except ValueError as error:
    print(error is again, repr(error.__cause__), error.__context__, error.__suppress_context__, error.__traceback__.tb_lineno, error.__traceback__.tb_next, error.__traceback__.tb_lasti >= 0, error.__traceback__.tb_frame.f_builtins is __builtins__.__dict__)
