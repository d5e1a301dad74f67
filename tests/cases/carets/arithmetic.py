import sys
import traceback

def try_1():
    1 + "a"

def try_2():
    x = [] - {}

def try_3():
    return 2 ** "n" * 3

def try_4():
    y = 5; return y % "s" if y else 0

def try_5():
    return (1 + 2) * (3 - None)

def try_6():
    return 1 << 2.0

def try_7():
    return 7 // 0 + 1

def try_8():
    return divmod(1, 0)

def try_9():
    return [1] @ [2]

def try_10():
    return -"a" + 1

def try_11():
    return ~1.5

def try_12():
    return "a" "b" - 1

def try_13():
    return 1+2+3+"x"+4

for function in list(globals().values()):
    if callable(function) and getattr(function, '__name__', '').startswith('try_'):
        try:
            function()
        except Exception:
            traceback.print_exc(file=sys.stdout)
