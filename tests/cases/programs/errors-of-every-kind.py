# exceptions
import traceback, sys
def f(x):
    try:
        print('try', x)
        if x == 0: return 'ret'
        if x == 1: raise ValueError('one')
        if x == 2: 1 / 0
        if x == 3: [][0]
        if x == 4: {}['k']
        if x == 5: int('z')
        if x == 6: raise KeyError
        if x == 7: raise OSError(2, 'nope', 'file')
        if x == 8: raise Exception(1, 2)
        if x == 9: assert x < 5, f'{x} too big'
        if x == 10: assert not x
        if x == 11: nothing
        if x == 12: None.foo
        if x == 13: None + 1
        if x == 14: 'a' + 1
        if x == 15: raise 5
        if x == 16: raise ValueError from KeyError('k')
        if x == 17: a, b = 1,
        if x == 18: a, b = 1, 2, 3
        if x == 19: a, *b = ()
        if x == 20: f()
        if x == 21: f(1, 2)
        if x == 22: print(local); local = 1
        if x == 23: import nothere
        if x == 25: import os.nothere
        if x == 26: for_ = 1; for_()
        if x == 27: (lambda a, /, b, *, c: 0)(1, 2)
        if x == 28: (lambda a, /, b: 0)(a=1, b=2)
        if x == 29: [1, 2, 3].index(5)
        if x == 30: set().pop()
        if x == 31: {}.popitem()
        if x == 32: [].pop()
        if x == 33: [1].remove(2)
        if x == 34: chr(99999999)
        if x == 35: 10 ** -1 // 0
        if x == 36: 0.0 ** -1
        if x == 37: 1 << -1
        if x == 38: float('inf').__int__()
        if x == 39: int(float('nan'))
        if x == 40: 'abc'.foo
        if x == 41: math.sqrt(-1)
        if x == 42: open('nofile')
        if x == 43: sys.exit(3)
        if x == 44: raise StopIteration(4)
        if x == 45: raise UnicodeDecodeError('utf8', b'a', 0, 1, 'bad')
        if x == 46: raise ExceptionGroup('eg', [ValueError(1), TypeError(2)])
        if x == 47: raise NotImplementedError
        if x == 48: isinstance(1, 'a')
        if x == 49: {[]: 1}
        if x == 50: {1, {}}
        if x == 51: f.x
        if x == 52: (1)(2)
        if x == 53: [1][1, 2]
        if x == 54: 5[0]
        if x == 55: del [1][3]
        if x == 56: for_ = iter(5)
        if x == 57:
            for i in 5: pass
        if x == 58: print(*5)
        if x == 59: print(**5)
        if x == 60: print(**{1: 2})
        if x == 61: f(x=1, **{'x': 2})
        if x == 62: with_ = 5; 
        if x == 62:
            with with_: pass
        if x == 63:
            class A(5): pass
        if x == 65: raise TypeError('a') from None
    except (ValueError, TypeError) as e:
        print('A', type(e).__name__, e, repr(e), e.__cause__, e.__context__, e.__suppress_context__)
    except Exception as e:
        print('B', type(e).__name__, e, repr(e), e.args)
    except BaseException as e:
        print('C', type(e).__name__, e, repr(e))
    else: print('else')
    finally: print('finally')
    return 'end'
for i in range(66): print(i, f(i))
def chain():
    try: 1 / 0
    except ZeroDivisionError as e:
        raise RuntimeError('second') from e
try: chain()
except RuntimeError: traceback.print_exc()
try:
    try: {}['a']
    except KeyError: [][1]
except IndexError as e: print(traceback.format_exc()); print(e.__context__.__class__, e.__traceback__.tb_lineno)
try: raise ExceptionGroup('g', [ValueError('v'), ExceptionGroup('h', [TypeError('t'), OSError('o')])])
except* TypeError as eg: print('T', eg.exceptions)
except* ValueError as eg: print('V', eg.exceptions)
except* OSError as eg: print('O', repr(eg))
e = ValueError('x'); e.add_note('a note'); e.add_note('b')
def deep(n):
    if n == 0: raise e
    deep(n - 1)
deep(3)
