"""What `__reduce__`, `__reduce_ex__` and `__getstate__` of builtin classes answer with: how objects are made anew."""

from types import BuiltinFunctionType, FunctionType, MethodType

from _interleave import is_python, iterator_parts, lookup, shape, type_lookup

# Objects of these, and of classes that inherit from them, are made of their items and attributes alone.
_PLAIN = ('object', 'list', 'dict', 'int', 'bool', 'float', 'str', 'bytes', 'tuple')
_VALUES = (int, float, str, bytes, tuple)


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(made, state)
    return made


for _function in __newobj__, __newobj_ex__, _reconstructor:
    _function.__module__ = 'copyreg'


def reduce_ex(value, protocol):
    kind = type(value)
    if type_lookup(kind, '__reduce__') is not type_lookup(object, '__reduce__'):
        return value.__reduce__()
    return reduce(value, protocol)


def reduce(value, protocol=0):
    kind = type(value)
    if isinstance(value, (set, frozenset)):
        return kind, ([*value],), value.__getstate__()
    if isinstance(value, bytearray):
        data = bytes(value)
        return kind, (data,) if protocol > 2 else (data.decode('latin-1'), 'latin-1'), value.__getstate__()
    if kind is range or kind is slice:
        return kind, (value.start, value.stop, value.step)
    if kind is complex:
        return complex, (value.real, value.imag)
    if kind in (type(...), type(NotImplemented)):
        return repr(value)
    if kind in (MethodType, BuiltinFunctionType) and getattr(value, '__self__', None) is not None:
        return getattr, (value.__self__, value.__name__)
    if kind is BuiltinFunctionType:
        return value.__qualname__
    if shape(value) not in _PLAIN or kind is FunctionType:
        raise TypeError(f'cannot pickle {kind.__name__!r} object')
    return _new(value, kind) if protocol >= 2 else _old(value, kind)


def _new(value, kind):
    state = value.__getstate__()
    items = iter(value) if isinstance(value, list) else None
    pairs = iter(value.items()) if isinstance(value, dict) else None
    if (ask := lookup(value, '__getnewargs_ex__')) is not None:
        args, named = ask()
        if named:
            return __newobj_ex__, (kind, args, named), state, items, pairs
    elif (ask := lookup(value, '__getnewargs__')) is not None:
        args = ask()
    else:
        args = next(((base(value),) for base in _VALUES if isinstance(value, base)), ())
    return __newobj__, (kind, *args), state, items, pairs


def _old(value, kind):
    base = next((base for base in (list, dict, *_VALUES) if isinstance(value, base)), object)
    if base is kind and base is not object:
        raise TypeError(f'cannot pickle {kind.__name__!r} object')
    if not is_python(lookup(value, '__getstate__')) and any(any(_slot_names(base)) for base in kind.__mro__):
        raise TypeError('a class that defines __slots__ without defining __getstate__ cannot be pickled')
    parts = _reconstructor, (kind, base, None if base is object else base(value))
    state = value.__getstate__()
    return (*parts, state) if state else parts


def state_of(value):
    state = getattr(value, '__dict__', None)
    slots = {}
    for base in type(value).__mro__:
        for name in _slot_names(base):
            if hasattr(value, name):
                slots[name] = getattr(value, name)
    return (state or None, slots) if slots else state or None


def _slot_names(kind):
    names = vars(kind).get('__slots__', ())
    for name in (names,) if isinstance(names, str) else names:
        if name not in ('__dict__', '__weakref__'):
            private = name.startswith('__') and not name.endswith('__')
            yield f'_{kind.__name__.lstrip("_")}{name}' if private else name


_MAKERS = {
    'iter': iter, 'reversed': reversed, 'enumerate': enumerate, 'zip': zip, 'map': map, 'filter': filter,
}


def reduce_iterator(iterator):
    parts = iterator_parts(iterator)
    if parts is None:
        raise TypeError(f'cannot pickle {type(iterator).__name__!r} object')
    maker, args, *state = parts
    if maker == 'rest':
        return iter, ([*args[0]],)
    return _MAKERS[maker], args, *state
