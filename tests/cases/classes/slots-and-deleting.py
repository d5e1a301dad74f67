class Slotted:
    __slots__ = ('a', 'b')

    def method(self):
        return 1


class Plain:
    shared = 1


slotted, plain = Slotted(), Plain()
slotted.a = 1
del slotted.a
for thing, name in (
    (slotted, 'a'),
    (slotted, 'b'),
    (slotted, 'other'),
    (slotted, 'method'),
    (plain, 'other'),
    (plain, 'shared'),
    (Plain, 'other'),
    (5, 'real'),
    (5, 'other'),
    ([], 'append'),
    ('text', 'upper'),
    (print, 'other'),
    (len, '__name__'),
    (lambda: 0, 'other'),
):
    try:
        delattr(thing, name)
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
