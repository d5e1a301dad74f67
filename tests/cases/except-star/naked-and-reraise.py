# except* wraps a single exception; raise inside passes the part on.
try:
    raise KeyError('alone')
except* (KeyError, ValueError) as group:
    print(repr(group))

try:
    try:
        raise ExceptionGroup('g', [ValueError(1), KeyError(2)])
    except* ValueError:
        raise
    except* KeyError as group:
        print('handled', group.exceptions)
except BaseException as error:
    print(repr(error))

try:
    try:
        raise ExceptionGroup('g', [ValueError(1)])
    except* ValueError as group:
        raise RuntimeError('instead') from group
except BaseException as error:
    print(repr(error), '<-', repr(error.__cause__))
