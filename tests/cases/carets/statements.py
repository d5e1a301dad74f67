import sys
import traceback

def try_1():
    raise 5

def try_2():
    raise ValueError

def try_3():
    raise ValueError("a") from None

def try_4():
    assert False

def try_5():
    assert 1 > 2, f"no {1 + 1}"

def try_6():
    with 5 as x: pass

def try_7():
    with open("none") as f, 5: pass

def try_8():
    for x in 5: pass

def try_9():
    import nothing_here

def try_10():
    from sys import nothing_here

def try_11():
    import os.nothing

def try_12():
    return

def try_13():
    if 1 / 0: pass

def try_14():
    while [] + 1: pass

def try_15():
    x: int = "a" + 1

def try_16():
    x = y = 1 / 0

def try_17():
    x, y = 1, 2 / 0

def try_18():
    return 1, 2 / 0, 3

def try_19():
    pass; 1 / 0; pass

def try_20():
    global g; g = g_missing

for function in list(globals().values()):
    if callable(function) and getattr(function, '__name__', '').startswith('try_'):
        try:
            function()
        except Exception:
            traceback.print_exc(file=sys.stdout)
