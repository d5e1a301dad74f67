import sys
import traceback

def try_1():
    return unknown

def try_2():
    return unknown + 1

def try_3():
    return [unknown for _ in range(1)]

def try_4():
    x = unknown.y

def try_5():
    unknown()

def try_6():
    print(unknown, 1)

def try_7():
    del unknown

def try_8():
    unknown += 1

def try_9():
    return lenght([1])

def try_10():
    return pritn

def try_11():
    return f"{unknown}"

def try_12():
    return lambda: unknown if unknown() else 0

def try_13():
    for x in unknown: pass

def try_14():
    if unknown: pass

def try_15():
    return {unknown: 1}

def try_16():
    return asyncio.run()

def try_17():
    return Exeption("a")

def try_18():
    return true

def try_19():
    return null or None

for function in list(globals().values()):
    if callable(function) and getattr(function, '__name__', '').startswith('try_'):
        try:
            function()
        except Exception:
            traceback.print_exc(file=sys.stdout)
