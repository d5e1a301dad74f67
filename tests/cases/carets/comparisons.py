import sys
import traceback

def try_1():
    return 1 < "a"

def try_2():
    return [] <= ()

def try_3():
    return 3 in 5

def try_4():
    return "a" not in 7

def try_5():
    return 1 < 2 < "c" < 4

def try_6():
    return None > 0 and True

def try_7():
    return not (1 < None)

def try_8():
    return sorted([1, "a"])

def try_9():
    return max(1, "b")

def try_10():
    return {} < {1}

def try_11():
    return 1 in "abc"

def try_12():
    return any(x > "a" for x in [1])

for function in list(globals().values()):
    if callable(function) and getattr(function, '__name__', '').startswith('try_'):
        try:
            function()
        except Exception:
            traceback.print_exc(file=sys.stdout)
