"""Shallow and deep copies of any object."""

from types import (
    BuiltinFunctionType, CodeType, EllipsisType, FunctionType, MethodType, NoneType, NotImplementedType)
from _interleave import deque, ref


class Error(Exception):
    pass


error = Error
_atomic = frozenset((
    NoneType, int, float, bool, complex, bytes, str, range, slice, property, EllipsisType, NotImplementedType,
    FunctionType, BuiltinFunctionType, CodeType, ref,
))


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
    rv = x.__reduce_ex__(4)
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
        rv = x.__reduce_ex__(4)
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
