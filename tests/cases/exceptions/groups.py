def show(group, depth=0):
    print('  ' * depth + repr(group))
    for error in getattr(group, 'exceptions', ()):
        show(error, depth + 1)

group = ExceptionGroup('several', [ValueError(1), TypeError('t'), ExceptionGroup('inner', [KeyError('k'), ValueError(2)])])
show(group)
print(group, group.message, len(group.exceptions))
match, rest = group.split(ValueError)
show(match)
show(rest)
print(group.subgroup(OSError), group.subgroup(lambda e: isinstance(e, KeyError)))
try:
    raise group
except* ValueError as eg:
    print('values', [e.args for e in eg.exceptions], repr(eg))
except* (TypeError, KeyError) as eg:
    print('others', repr(eg))
else:
    print('no')
finally:
    print('finally')
try:
    raise ValueError('naked')
except* ValueError as eg:
    print(repr(eg))
for bad in [lambda: ExceptionGroup('m', []), lambda: ExceptionGroup('m', [5]), lambda: ExceptionGroup('m', [KeyboardInterrupt()]), lambda: ExceptionGroup(5, [ValueError()]), lambda: ExceptionGroup('m', ValueError())]:
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(repr(BaseExceptionGroup('b', [ValueError()])), repr(BaseExceptionGroup('b', [KeyboardInterrupt()])))
