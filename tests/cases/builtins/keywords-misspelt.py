# A keyword that a builtin does not have, and what may have been meant.


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)


attempt(min, [1], defualt=1)
attempt(max, [1], kye=1)
attempt(max, [1], kee=1)
attempt(sorted, [1], kee=1)
attempt(sorted, [1], revers=1)
attempt([1].sort, reversed=1)
attempt(enumerate, [], strt=2)
attempt(enumerate, [], start=2, stop=3)
attempt(zip, [1], strct=True)
attempt(print, 1, ende="")
attempt(print, 1, seb="")

attempt(super)
attempt(super, 1)
attempt(super, 1, 2, 3)
attempt(super, int, "a")
attempt(lambda: super())
attempt(lambda self: super(), 1)
attempt(lambda *those: super(), 1)
