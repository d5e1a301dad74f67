import sys
import traceback

def try_1():
    return (lambda: 1 / 0)()

def try_2():
    return list(map(lambda x: x.y, [1]))

def try_3():
    return [1 / x for x in [1, 0]]

def try_4():
    return {x: 1 / x for x in [0]}

def try_5():
    return {x.y for x in [1]}

def try_6():
    return sum(1 / x for x in [0])

def try_7():
    return [x for x in [1] if x.y]

def try_8():
    return [y for x in [1] for y in x]

def try_9():
    return [[1 / z for z in [y]] for y in [0]]

def try_10():
    return next(x + "a" for x in [1])

def try_11():
    return sorted([1, 2], key=lambda v: v["k"])

def try_12():
    return (lambda x, y: x)(1)

def try_13():
    return [f() for f in [lambda: None.a]]

def try_14():
    return max([1], key=lambda x: x / 0)

for function in list(globals().values()):
    if callable(function) and getattr(function, '__name__', '').startswith('try_'):
        try:
            function()
        except Exception:
            traceback.print_exc(file=sys.stdout)
