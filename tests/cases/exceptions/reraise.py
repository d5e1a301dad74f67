def inner():
    raise ValueError('first')

def middle():
    try:
        inner()
    except ValueError:
        print('logging and going on up')
        raise

try:
    middle()
except ValueError as error:
    print('caught', error)
    depth = 0
    tb = error.__traceback__
    while tb:
        print(' ', tb.tb_frame.f_code.co_name, tb.tb_lineno)
        tb = tb.tb_next

def nested():
    try:
        raise KeyError('outer')
    except KeyError:
        try:
            raise IndexError('inner')
        except IndexError:
            pass
        raise

try:
    nested()
except KeyError as error:
    print('the outer one:', error)
import sys
print(sys.exc_info())
try:
    1 / 0
except ZeroDivisionError:
    kind, error, tb = sys.exc_info()
    print(kind.__name__, error, tb.tb_lineno, sys.exception() is error)
print(sys.exception())
