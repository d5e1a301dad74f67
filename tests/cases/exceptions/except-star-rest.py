try:
    try:
        raise ExceptionGroup('mixed', [ValueError('v'), OSError('o'), TypeError('t')])
    except* ValueError:
        print('handled the value')
except ExceptionGroup as rest:
    print('left over', repr(rest))
try:
    try:
        raise ExceptionGroup('g', [ValueError('a'), TypeError('b')])
    except* ValueError:
        raise KeyError('from handler')
    except* TypeError as eg:
        raise
except ExceptionGroup as combined:
    print(repr(combined))
try:
    try:
        raise ExceptionGroup('g', [ValueError('a')])
    except* ValueError as eg:
        raise RuntimeError('one') from eg
except RuntimeError as out:
    print(repr(out), repr(out.__cause__))
try:
    try:
        pass
    except* ValueError:
        print('never')
    else:
        print('else of except*')
finally:
    print('finally')
try:
    try:
        raise ExceptionGroup('x', [ValueError()])
    except* ExceptionGroup:
        pass
except TypeError as error:
    print(error)
