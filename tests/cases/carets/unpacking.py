import sys
import traceback

def try_1():
    a, b = 1

def try_2():
    a, b = [1]

def try_3():
    a, b = 1, 2, 3

def try_4():
    a, *b, c = [1]

def try_5():
    (a, b), c = [1, 2], 3; (a, b) = 5

def try_6():
    [a, b] = "xyz"

def try_7():
    for a, b in [(1,)]: pass

def try_8():
    return [a for a, b in [1]]

def try_9():
    return [*5]

def try_10():
    return (*None,)

def try_11():
    return {**5}

def try_12():
    return print(*5)

def try_13():
    return dict(**5)

def try_14():
    a = b, c = 1

def try_15():
    return {*1}

def try_16():
    x = [1, 2]; a, b, *c, d = x

for function in list(globals().values()):
    if callable(function) and getattr(function, '__name__', '').startswith('try_'):
        try:
            function()
        except Exception:
            traceback.print_exc(file=sys.stdout)
