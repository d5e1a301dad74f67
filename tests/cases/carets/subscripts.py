import sys
import traceback

def try_1():
    return [][0]

def try_2():
    return {}["k"]

def try_3():
    return (1, 2)[5] + 1

def try_4():
    return "abc"[10].upper()

def try_5():
    return [[1]][0][2]

def try_6():
    return {"a": {}}["a"]["b"]["c"]

def try_7():
    x = [1]; x[3] = 2

def try_8():
    x = {}; del x["a"]

def try_9():
    return [1, 2]["a":]

def try_10():
    return 5[0:2]

def try_11():
    x = 5; x[0] += 1

def try_12():
    return (lambda: [0])()[1]

def try_13():
    x = [1, 2]; x[0:1] = 5

def try_14():
    return [ 1 , 2 ] [ 9 ]

for function in list(globals().values()):
    if callable(function) and getattr(function, '__name__', '').startswith('try_'):
        try:
            function()
        except Exception:
            traceback.print_exc(file=sys.stdout)
