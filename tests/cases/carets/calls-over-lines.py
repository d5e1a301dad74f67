import sys
import traceback

def try_1():
    return int(
        "x"
    )

def try_2():
    return max(1,
               2, "c")

def try_3():
    return (int
            ("x"))

def try_4():
    return ("a"
            .upper()
            .missing())

def try_5():
    return dict(a=1,
                b=int("q"),
                c=3)

def try_6():
    return len(
        [1,
         2,
         3],
        4)

def try_7():
    x = (1 +
         2 +
         "c")

def try_8():
    return [
        1,
        2 / 0,
        3,
    ]

def try_9():
    return {
        "a": 1,
        "b": {}["c"],
    }

def try_10():
    assert (1 ==
            2), "differ"

def try_11():
    raise ValueError(
        "over",
        "lines",
    )

for function in list(globals().values()):
    if callable(function) and getattr(function, '__name__', '').startswith('try_'):
        try:
            function()
        except Exception:
            traceback.print_exc(file=sys.stdout)
