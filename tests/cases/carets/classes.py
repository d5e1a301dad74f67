import sys
import traceback

def try_1():
    class A(5): pass

def try_2():
    class A(unknown): pass

def try_3():
    class A: x = 1 / 0

def try_4():
    class A:
        def f(self): return self.x
    return A().f()

def try_5():
    class A:
        def __init__(self, a): pass
    return A()

def try_6():
    class A:
        @property
        def p(self): return 1 / 0
    return A().p

def try_7():
    class A:
        def __len__(self): return 1 / 0
    return len(A())

def try_8():
    class A:
        def __add__(self, o): return o.x
    return A() + 1

def try_9():
    class A:
        def __getitem__(self, i): return {}[i]
    return A()[1]

def try_10():
    class A:
        def __enter__(self): return 1 / 0
        def __exit__(self, *e): pass
    with A() as a: pass

def try_11():
    class A:
        def __iter__(self): return 5
    for x in A(): pass

def try_12():
    class A:
        def __str__(self): return 1 / 0
    return f"{A()}"

def try_13():
    class A:
        def __eq__(self, o): return 1 / 0
    return A() == 1

def try_14():
    class A:
        def __bool__(self): return 1 / 0
    if A(): pass

def try_15():
    @unknown
    def f(): pass

def try_16():
    def f(x=1 / 0): pass

def try_17():
    def f(x: unknown): pass

def try_18():
    class A:
        def __call__(self): return self()["a"]
        def __init__(self): self.n = [][0]
    A()

def try_19():
    return super().x

for function in list(globals().values()):
    if callable(function) and getattr(function, '__name__', '').startswith('try_'):
        try:
            function()
        except Exception:
            traceback.print_exc(file=sys.stdout)
