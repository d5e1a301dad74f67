import sys
import traceback

def try_1():
    return f"{1 / 0}"

def try_2():
    return f"a {{}} {None.x} b"

def try_3():
    return f"{"a" + 1}"

def try_4():
    return f"{5:x.y}"

def try_5():
    return f"{"a":d}"

def try_6():
    return f"{1!r:>{"w"}}"

def try_7():
    return f"{[][0]!s}" "tail"

def try_8():
    return f"""{
    1 / 0
    }"""

def try_9():
    return "%d" % "a"

def try_10():
    return "{} {}".format(1)

def try_11():
    return "{x}".format(y=1)

def try_12():
    return "%s %s" % (1,)

def try_13():
    return f"{int("x")=}"

def try_14():
    return "a" + f"{1}" + 2

for function in list(globals().values()):
    if callable(function) and getattr(function, '__name__', '').startswith('try_'):
        try:
            function()
        except Exception:
            traceback.print_exc(file=sys.stdout)
