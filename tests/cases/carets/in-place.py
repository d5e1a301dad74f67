import sys
import traceback

def try_1():
    x = 1; x += "a"

def try_2():
    x = []; x += 5

def try_3():
    x = {"a": 1}; x["b"] += 1

def try_4():
    x = {"a": "s"}; x["a"] -= 1

def try_5():
    x = None; x.y += 1

def try_6():
    x = (1,); x[0] += 1

def try_7():
    x = 1; x @= 2

def try_8():
    x = "s"; x *= "t"

def try_9():
    x = [1]; x[0] //= 0

def try_10():
    x = {}; x |= 5

def try_11():
    x = 2; x **= None

def try_12():
    x = [[]]; x[0][1] += 1

for function in list(globals().values()):
    if callable(function) and getattr(function, '__name__', '').startswith('try_'):
        try:
            function()
        except Exception:
            traceback.print_exc(file=sys.stdout)
