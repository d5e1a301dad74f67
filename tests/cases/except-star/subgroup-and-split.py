# The methods of a group: split, subgroup, derive, and its limits.
group = ExceptionGroup('top', [ValueError(1), ExceptionGroup('low', [KeyError(2), ValueError(3)])])
matched, rest = group.split(ValueError)
print(repr(matched))
print(repr(rest))
print(group.subgroup(OSError))
print(repr(group.subgroup(lambda error: isinstance(error, KeyError))))
print(repr(group.derive([TypeError('new')])))

for arguments in (('x', []), ('x', [1]), (1, [ValueError()]), ('x', ValueError())):
    try:
        ExceptionGroup(*arguments)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(type(BaseExceptionGroup('b', [ValueError()])).__name__,
      type(BaseExceptionGroup('b', [KeyboardInterrupt()])).__name__)
