def load():
    try:
        return {}['host']
    except KeyError as error:
        raise RuntimeError('bad config') from error

try:
    load()
except RuntimeError as error:
    print(error, '| cause', repr(error.__cause__), '| context', repr(error.__context__), error.__suppress_context__)
try:
    try:
        int('x')
    except ValueError:
        undefined
except NameError as error:
    print(error, '| cause', error.__cause__, '| context', repr(error.__context__))
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError('clean') from None
except ValueError as error:
    print(error, error.__cause__, repr(error.__context__), error.__suppress_context__)
try:
    raise ValueError from TypeError
except ValueError as error:
    print(repr(error), repr(error.__cause__))
try:
    raise ValueError from 5
except TypeError as error:
    print(error)
try:
    try:
        raise KeyError(1)
    finally:
        print('finally sees', __import__('sys').exc_info()[0])
except KeyError as error:
    again = error
try:
    raise again
except KeyError as same:
    print(same is again, same.__context__)
