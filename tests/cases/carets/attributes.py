import sys
import traceback

def try_1():
    return None.name

def try_2():
    return "a".uper()

def try_3():
    return [].push(1)

def try_4():
    x = 5; x.value = 1

def try_5():
    x = object(); del x.a

def try_6():
    return (1).real.x.y

def try_7():
    return sys.nothing

def try_8():
    return sys.stdout.nothing.more

def try_9():
    return len.x + 1

def try_10():
    x = None; x.a.b = 1

def try_11():
    return {"a": 1}.a

def try_12():
    return print("").strip()

for function in list(globals().values()):
    if callable(function) and getattr(function, '__name__', '').startswith('try_'):
        try:
            function()
        except Exception:
            traceback.print_exc(file=sys.stdout)
