"""Python's operators as functions, and getters made from names and keys."""

from builtins import abs


def lt(a, b, /): return a < b
def le(a, b, /): return a <= b
def eq(a, b, /): return a == b
def ne(a, b, /): return a != b
def ge(a, b, /): return a >= b
def gt(a, b, /): return a > b
def not_(a, /): return not a
def truth(a, /): return True if a else False
def is_(a, b, /): return a is b
def is_not(a, b, /): return a is not b
def add(a, b, /): return a + b
def sub(a, b, /): return a - b
def mul(a, b, /): return a * b
def truediv(a, b, /): return a / b
def floordiv(a, b, /): return a // b
def mod(a, b, /): return a % b
def pow(a, b, /): return a ** b
def matmul(a, b, /): return a @ b
def and_(a, b, /): return a & b
def or_(a, b, /): return a | b
def xor(a, b, /): return a ^ b
def lshift(a, b, /): return a << b
def rshift(a, b, /): return a >> b
def neg(a, /): return -a
def pos(a, /): return +a
def invert(a, /): return ~a
def contains(a, b, /): return b in a
def getitem(a, b, /): return a[b]
def call(obj, /, *args, **kwargs): return obj(*args, **kwargs)
def index(a, /): return a.__index__()


def setitem(a, b, c, /):
    a[b] = c


def delitem(a, b, /):
    del a[b]


def concat(a, b, /):
    if not hasattr(a, '__getitem__'):
        raise TypeError(f"'{type(a).__name__}' object can't be concatenated")
    return a + b


def countOf(a, b, /):
    return sum(1 for item in a if item is b or item == b)


def indexOf(a, b, /):
    for i, item in enumerate(a):
        if item is b or item == b:
            return i
    raise ValueError('sequence.index(x): x not in sequence')


def length_hint(obj, default=0, /):
    try:
        return len(obj)
    except TypeError:
        hint = getattr(type(obj), '__length_hint__', None)
        value = NotImplemented if hint is None else hint(obj)
        return default if value is NotImplemented else value


def iadd(a, b, /): a += b; return a
def isub(a, b, /): a -= b; return a
def imul(a, b, /): a *= b; return a
def itruediv(a, b, /): a /= b; return a
def ifloordiv(a, b, /): a //= b; return a
def imod(a, b, /): a %= b; return a
def ipow(a, b, /): a **= b; return a
def imatmul(a, b, /): a @= b; return a
def iand(a, b, /): a &= b; return a
def ior(a, b, /): a |= b; return a
def ixor(a, b, /): a ^= b; return a
def ilshift(a, b, /): a <<= b; return a
def irshift(a, b, /): a >>= b; return a


iconcat = iadd
inv = invert
for _name in ('lt le eq ne ge gt not abs add sub mul truediv floordiv mod pow matmul and or xor lshift rshift neg pos '
              'invert inv contains getitem setitem delitem concat call index iadd isub imul itruediv ifloordiv imod '
              'ipow imatmul iand ior ixor ilshift irshift iconcat').split():
    globals()[f'__{_name}__'] = globals().get(_name) or globals()[_name + '_']
del _name


class itemgetter:
    __slots__ = ('_items', '_single')

    def __init__(self, item, /, *items):
        self._items = (item, *items)
        self._single = not items

    def __call__(self, obj, /):
        if self._single:
            return obj[self._items[0]]
        return tuple([obj[item] for item in self._items])

    def __repr__(self):
        return f'operator.itemgetter({", ".join(map(repr, self._items))})'


def _follow(obj, path):
    for name in path:
        obj = getattr(obj, name)
    return obj


class attrgetter:
    __slots__ = ('_attrs', '_paths')

    def __init__(self, attr, /, *attrs):
        self._attrs = (attr, *attrs)
        if not all(isinstance(name, str) for name in self._attrs):
            raise TypeError('attribute name must be a string')
        self._paths = [name.split('.') for name in self._attrs]

    def __call__(self, obj, /):
        if len(self._paths) == 1:
            return _follow(obj, self._paths[0])
        return tuple([_follow(obj, path) for path in self._paths])

    def __repr__(self):
        return f'operator.attrgetter({", ".join(map(repr, self._attrs))})'


class methodcaller:
    __slots__ = ('_name', '_args', '_kwargs')

    def __init__(self, name, /, *args, **kwargs):
        if not isinstance(name, str):
            raise TypeError('method name must be a string')
        self._name = name
        self._args = args
        self._kwargs = kwargs

    def __call__(self, obj, /):
        return getattr(obj, self._name)(*self._args, **self._kwargs)

    def __repr__(self):
        parts = [repr(self._name), *map(repr, self._args)]
        parts += [f'{name}={value!r}' for name, value in self._kwargs.items()]
        return f'operator.methodcaller({", ".join(parts)})'
