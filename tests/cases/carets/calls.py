import sys
import traceback

def try_1():
    return 5()

def try_2():
    return "a"("b")

def try_3():
    return None(1, 2)

def try_4():
    return int("x") + 1

def try_5():
    return len(5)

def try_6():
    return len([1], [2])

def try_7():
    return [1](2)

def try_8():
    return (lambda a: a)()

def try_9():
    return print(sep=5)

def try_10():
    return max()

def try_11():
    return int(*["x"], **{})

def try_12():
    return "".join([1, 2])

def try_13():
    return open("none") . read()

def try_14():
    return str . upper(5)

def try_15():
    return range(1, 2, 3, 4)

def try_16():
    return isinstance(1, "int")

def try_17():
    return (int)("z")

def try_18():
    return [int][0]("y")

for function in list(globals().values()):
    if callable(function) and getattr(function, '__name__', '').startswith('try_'):
        try:
            function()
        except Exception:
            traceback.print_exc(file=sys.stdout)
