# except* takes its part of a group; what nobody takes goes on.
def raise_group():
    raise ExceptionGroup('mixed', [
        ValueError('v1'), TypeError('t1'),
        ExceptionGroup('inner', [ValueError('v2'), OSError('o1')]),
    ])

try:
    try:
        raise_group()
    except* ValueError as group:
        print('values:', repr(group))
    except* TypeError as group:
        print('types:', repr(group))
    else:
        print('not printed')
    finally:
        print('finally')
except ExceptionGroup as rest:
    print('left:', repr(rest))
