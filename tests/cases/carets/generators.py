import sys
import traceback

def try_1():
    def g(): yield 1 / 0
    return next(g())

def try_2():
    def g(): yield from 5
    return list(g())

def try_3():
    def g(): x = yield; x.y
    i = g(); next(i); i.send(1)

def try_4():
    def g(): yield
    i = g(); next(i); i.throw(ValueError("in"))

def try_5():
    return next(iter([]))

def try_6():
    def g(): yield 1; return 2 + "a"
    return list(g())

def try_7():
    def g(): return (yield)["k"]
    i = g(); next(i); i.send({})

def try_8():
    return [*(1 / x for x in [0])]

def try_9():
    def g(): yield (1, 2)
    for a, b, c in g(): pass

def try_10():
    def a(): yield [][1]
    def b(): yield from a()
    def c(): yield from b()
    return list(c())

for function in list(globals().values()):
    if callable(function) and getattr(function, '__name__', '').startswith('try_'):
        try:
            function()
        except Exception:
            traceback.print_exc(file=sys.stdout)
