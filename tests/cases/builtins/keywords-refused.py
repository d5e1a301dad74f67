def attempt(call):
    try:
        print(call())
    except TypeError as error:
        print(error)

s = 'abc'
for f in (lambda: s.replace(old='a', new='b'), lambda: s.split(sep=','), lambda: s.join(iterable=[1]), lambda: s.encode(encoding='utf8'), lambda: s.expandtabs(tabsize=1), lambda: s.startswith(prefix='a'), lambda: sorted([1], key=1), lambda: sorted([1], reverse='x'), lambda: [1].sort(key=1), lambda: 'a'.center(width=5), lambda: [].append(object=1), lambda: {}.get(key=1), lambda: {}.get(1, default=2), lambda: {}.pop(1, default=2), lambda: {}.setdefault(key=1), lambda: round(1.55, ndigits=1), lambda: round(number=1.5), lambda: int(x=5), lambda: int('5', base=8), lambda: pow(base=2, exp=3), lambda: sum([1], start=5), lambda: enumerate(iterable=[1], start=2), lambda: zip(strict=True), lambda: abs(x=1), lambda: len(obj=1), lambda: max([1], key=None), lambda: max(iterable=[1]), lambda: print(value=1), lambda: list(iterable=[1]), lambda: tuple(iterable=1), lambda: dict(iterable=1), lambda: bool(x=1), lambda: float(x=1), lambda: str(object=1), lambda: str(objet=1), lambda: range(stop=1), lambda: isinstance(obj=1), lambda: map(func=1), lambda: open(name='x'), lambda: chr(i=5), lambda: ord(c='a'), lambda: set(iterable=[]), lambda: iter(object=1), lambda: next(iterator=1), lambda: getattr(s, name='x'), lambda: hash(obj=1), lambda: divmod(x=1, y=2), lambda: format(value=1), lambda: complex(real=1, imag=2), lambda: bytes(source=b'x'), lambda: type(object=1), lambda: super(type=1), lambda: slice(stop=1), lambda: property(fget=None), lambda: Exception(x=1), lambda: ValueError(x=1), lambda: KeyError(key=1), lambda: object(x=1), lambda: reversed(sequence=[]), lambda: filter(function=None), lambda: any(iterable=[]), lambda: min(1, key=2)):
    attempt(f)
