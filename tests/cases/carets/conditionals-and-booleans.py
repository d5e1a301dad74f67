import sys
import traceback

def try_1():
    return 1 if [] + 1 else 2

def try_2():
    return 1 / 0 if True else 2

def try_3():
    return True and None.x

def try_4():
    return 0 or [] + 1 or 2

def try_5():
    return not None.x

def try_6():
    return (x := 1 / 0)

def try_7():
    return [y := 1, y / 0]

def try_8():
    return None.a if None else None.b

def try_9():
    if not (1 + "a"): pass

def try_10():
    return (1 if 1 else 2)()

def try_11():
    return (None or 5)[0]

def try_12():
    return ((1 + 2) * 3)("x")

for function in list(globals().values()):
    if callable(function) and getattr(function, '__name__', '').startswith('try_'):
        try:
            function()
        except Exception:
            traceback.print_exc(file=sys.stdout)
