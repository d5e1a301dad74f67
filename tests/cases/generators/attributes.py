# A generator can be renamed, looked into and thrown into; its code tells of the function.
def countdown(start, *rest, step=1, **options):
    "Counts down."
    while start:
        received = yield start
        start -= received or step


generator = countdown(3)
print(generator.__name__, generator.__qualname__, generator.gi_running, generator.gi_suspended, generator.gi_yieldfrom)
generator.__name__, generator.__qualname__ = "renamed", "Somewhere.renamed"
print(generator.__name__, repr(generator).split(" at ")[0], next(generator), generator.gi_suspended, generator.send(2))
code = generator.gi_code
print(code is countdown.__code__, code.co_name, code.co_qualname, code.co_filename, code.co_firstlineno)
print(code.co_argcount, code.co_kwonlyargcount, code.co_posonlyargcount, code.co_nlocals, code.co_varnames, code.co_freevars)
print(generator.gi_frame.f_lineno, generator.gi_frame.f_locals["start"], generator.gi_frame.f_code is code, bool(code.co_flags & 0x20))


class Special(Exception):
    def __init__(self, *words):
        super().__init__("made", *words)


def attempt(action):
    try:
        print(action())
    except BaseException as error:
        print(type(error).__name__, error, sep=": ")


for thrown in (Special, Special("already"), ValueError, ValueError("text"), KeyError("k"), 5, "text", None, int):
    fresh = countdown(2)
    next(fresh)
    attempt(lambda: fresh.throw(thrown))
    print(fresh.gi_frame is None, end=" ")
attempt(lambda: countdown(1).throw())
attempt(lambda: countdown(1).send(1))
attempt(lambda: countdown(1).send())
attempt(lambda: setattr(countdown(1), "__name__", 5))
attempt(lambda: setattr(countdown(1), "__qualname__", None))
attempt(lambda: countdown(0).send(None))
attempt(lambda: countdown(1).close(1))
attempt(lambda: type(generator)())
attempt(lambda: type(generator).send(5, None))
attempt(lambda: generator.gi_missing)
generator.close()
print(generator.gi_frame, generator.gi_running, generator.gi_suspended, next(generator, "ended"))
