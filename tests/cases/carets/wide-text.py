import sys
import traceback

def try_1():
    return "中文" + 1

def try_2():
    return {"鍵": 1}["門"]

def try_3():
    é = 1; return é + "a"

def try_4():
    return "😀" * "😀"

def try_5():
    return [ "日本", "語" ][ 5 ] + "x"

def try_6():
    變數 = None; return 變數.屬性

def try_7():
    return int("一二") # 註解

def try_8():
    return "ｆｕｌｌ"[9] + "ｗ"

for function in list(globals().values()):
    if callable(function) and getattr(function, '__name__', '').startswith('try_'):
        try:
            function()
        except Exception:
            traceback.print_exc(file=sys.stdout)
