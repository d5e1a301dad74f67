"""Shallow and deep copies of any object."""

from types import (
    BuiltinFunctionType, CodeType, EllipsisType, FunctionType, MethodType, NoneType, NotImplementedType)
from _interleave import deque, ref, type_lookup


class Error(Exception):
    pass


error = Error
_atomic = frozenset((
    NoneType, int, float, bool, complex, bytes, str, range, slice, property, EllipsisType, NotImplementedType,
    FunctionType, BuiltinFunctionType, CodeType, ref,
))
_values = (int, float, complex, str, bytes, tuple)


def _slots(x):
    found = {}
    for base in type(x).__mro__:
        names = vars(base).get('__slots__', ())
        for name in (names,) if isinstance(names, str) else names:
            if name in ('__dict__', '__weakref__'):
                continue
            if name.startswith('__') and not name.endswith('__'):
                name = f'_{base.__name__.lstrip("_")}{name}'
            if hasattr(x, name):
                found[name] = getattr(x, name)
    return found


def _reduction(x):
    # How the object is made anew: function, arguments, state, list items, dict items.
    cls = type(x)
    for name, args in (('__reduce_ex__', (4,)), ('__reduce__', ())):
        method = type_lookup(cls, name)
        if isinstance(method, FunctionType):
            return method(x, *args)
    if isinstance(x, BaseException):
        return cls, x.args, x.__dict__
    kwargs = {}
    if method := type_lookup(cls, '__getnewargs_ex__'):
        args, kwargs = method(x)
    elif method := type_lookup(cls, '__getnewargs__'):
        args = method(x)
    else:
        args = next(((base(x),) for base in _values if isinstance(x, base)), ())
    getter = type_lookup(cls, '__getstate__')
    if isinstance(getter, FunctionType):
        state = getter(x)
    else:
        state = getattr(x, '__dict__', None) or None
        if slots := _slots(x):
            state = state, slots
    list_items = iter(x) if isinstance(x, (list, deque)) else None
    dict_items = iter(x.items()) if isinstance(x, dict) else None
    if isinstance(x, (set, frozenset, bytearray)):
        return lambda items: cls(items), (list(x),), state
    return lambda *args: _new(cls, args, kwargs), args, state, list_items, dict_items


def _new(cls, args, kwargs):
    try:
        return cls.__new__(cls, *args, **kwargs)
    except TypeError:
        if isinstance(cls.__new__, FunctionType):
            raise
    raise TypeError(f'cannot pickle {cls.__name__!r} object')


def _reconstruct(x, memo, func, args, state=None, list_items=None, dict_items=None):
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    y = func(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)  #@ 260
        if hasattr(y, '__setstate__'):
            y.__setstate__(state)
        else:
            slots = {}
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state:
                y.__dict__.update(state)
            for name, value in slots.items():
                setattr(y, name, value)
    for item in list_items or ():
        y.append(deepcopy(item, memo) if deep else item)
    for key, value in dict_items or ():
        if deep:
            y[deepcopy(key, memo)] = deepcopy(value, memo)
        else:
            y[key] = value
    return y


def copy(x):
    cls = type(x)
    if cls in _atomic or cls in (tuple, frozenset) or issubclass(cls, type):
        return x
    if cls in (list, dict, set, bytearray, deque):
        return x.copy()
    if (copier := getattr(cls, '__copy__', None)) is not None:
        return copier(x)
    rv = _reduction(x)
    return x if isinstance(rv, str) else _reconstruct(x, None, *rv)


def _deepcopy_list(x, memo):
    y = memo[id(x)] = []
    append = y.append
    for a in x:
        append(deepcopy(a, memo))  #@ 197
    return y


def _deepcopy_tuple(x, memo):
    y = [deepcopy(a, memo) for a in x]  #@ 202
    if id(x) in memo:
        return memo[id(x)]
    return x if all(map(lambda old, new: old is new, x, y)) else tuple(y)


def _deepcopy_dict(x, memo):
    y = memo[id(x)] = {}
    for key, value in x.items():
        y[deepcopy(key, memo)] = deepcopy(value, memo)  #@ 222
    return y


def _deepcopy_method(x, memo):
    return MethodType(x.__func__, deepcopy(x.__self__, memo))


def _deepcopy_deque(x, memo):
    y = memo[id(x)] = deque(maxlen=x.maxlen)
    y.extend([deepcopy(a, memo) for a in x])
    return y


_copiers = {
    list: _deepcopy_list, tuple: _deepcopy_tuple, dict: _deepcopy_dict, MethodType: _deepcopy_method,
    deque: _deepcopy_deque,
}


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if cls in _atomic or issubclass(cls, type):
        return x
    if memo is None:
        memo = {}
    y = memo.get(id(x), _nil)
    if y is not _nil:
        return y
    if copier := _copiers.get(cls):
        y = copier(x, memo)  #@ 137
    elif (copier := getattr(x, '__deepcopy__', None)) is not None:
        y = copier(memo)  #@ 144
    else:
        rv = _reduction(x)
        if isinstance(rv, str):
            y = x
        else:
            y = _reconstruct(x, memo, *rv)  #@ 163
    if y is not x:
        memo[id(x)] = y
        # The original must live as long as the memo, or another object might get its address.
        memo.setdefault(id(memo), []).append(x)
    return y


def replace(obj, /, **changes):
    cls = obj.__class__
    func = getattr(cls, '__replace__', None)
    if func is None:
        raise TypeError(f"replace() does not support {cls.__name__} objects")
    return func(obj, **changes)
