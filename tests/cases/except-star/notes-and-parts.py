# What split and subgroup keep of a group: its notes, its cause, where it was raised; and what groups refuse.
def shown(group, indent=""):
    if group is None:
        print(indent + "none")
        return
    print(indent + repr(group), getattr(group, "__notes__", None), repr(group.__cause__), repr(group.__context__), group.__traceback__ is not None)
    for inner in group.exceptions:
        if isinstance(inner, BaseExceptionGroup):
            shown(inner, indent + "  ")


try:
    try:
        raise KeyError("before")
    except KeyError as first:
        inner = ExceptionGroup("inner", [ValueError("v"), TypeError("t")])
        inner.add_note("about the inner one")
        whole = ExceptionGroup("whole", [inner, OSError("o"), ValueError("w")])
        whole.add_note("a note")
        whole.add_note("another")
        raise whole from first
except ExceptionGroup as caught:
    group = caught
matching, rest = group.split(ValueError)
shown(matching)
shown(rest)
shown(group.subgroup((OSError, TypeError)))
shown(group.subgroup(lambda error: isinstance(error, ExceptionGroup) and error.message == "inner"))
shown(group.subgroup(KeyError))
shown(group.split(ExceptionGroup)[1])
matching.__notes__.append("only here")
print(group.__notes__, matching.__notes__, group.message, group.exceptions[1:], len(group.exceptions), group.args[0])
group.__notes__ = 5
shown(group.split(OSError)[0])
try:
    raise group
except* ValueError as values:
    print("values", repr(values))
except* OSError as others:
    print("others", repr(others))
except* TypeError as types:
    print("types", repr(types))


class Own(ExceptionGroup):
    def derive(self, errors):
        return Own(self.message.upper(), errors)


print(Own("own", [ValueError(1), TypeError(2)]).split(ValueError), BaseExceptionGroup("b", [ValueError()]), BaseExceptionGroup("b", [KeyboardInterrupt()]), ExceptionGroup("s", (ValueError(1),)).derive([TypeError()]))
for action in (
    lambda: ExceptionGroup("x"), lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [5]), lambda: ExceptionGroup("x", 5), lambda: ExceptionGroup(5, [ValueError()]), lambda: ExceptionGroup("x", [KeyboardInterrupt()]), lambda: ExceptionGroup("x", "ab"), lambda: ExceptionGroup("x", [ValueError], 3), lambda: ExceptionGroup("x", [ValueError]), lambda: group.split(5), lambda: group.split(int), lambda: group.split((ValueError, 5)), lambda: group.split(), lambda: group.subgroup("x"), lambda: group.derive([]), lambda: ExceptionGroup[int], lambda: type("Bad", (ExceptionGroup, ValueError), {})("x", [KeyboardInterrupt()]),
):
    try:
        print(action())
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
