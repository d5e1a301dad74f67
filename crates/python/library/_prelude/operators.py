"""Operators, truth, length and text: what special methods in Python answer."""
from _interleave import attempts, class_name, comparisons, is_python, lookup, shape, unordered, unsupported


def _binary(name, symbol):
    method, reflected, own = f'__{name}__', f'__r{name}__', f'__i{name}__'

    def operator(left, right):
        for ask, other in attempts(left, right, method, reflected):
            result = ask(other)
            if result is not NotImplemented:
                return result
        return unsupported(symbol, left, right, False)

    def in_place(left, right):
        ask = lookup(left, own)
        if ask is not None:
            result = ask(right)
            if result is not NotImplemented:
                return result
        for ask, other in attempts(left, right, method, reflected):
            result = ask(other)
            if result is not NotImplemented:
                return result
        return unsupported(symbol, left, right, True)

    return operator, in_place


add, iadd = _binary('add', '+')
sub, isub = _binary('sub', '-')
mul, imul = _binary('mul', '*')
matmul, imatmul = _binary('matmul', '@')
truediv, itruediv = _binary('truediv', '/')
floordiv, ifloordiv = _binary('floordiv', '//')
mod, imod = _binary('mod', '%')
pow, ipow = _binary('pow', '**')
lshift, ilshift = _binary('lshift', '<<')
rshift, irshift = _binary('rshift', '>>')
and_, iand_ = _binary('and', '&')
or_, ior_ = _binary('or', '|')
xor, ixor = _binary('xor', '^')


def divmod_(left, right):
    for ask, other in attempts(left, right, '__divmod__', '__rdivmod__'):
        result = ask(other)
        if result is not NotImplemented:
            return result
    raise TypeError(f"unsupported operand type(s) for divmod(): '{class_name(left)}' and '{class_name(right)}'")


def times(sequence, count):
    return sequence * to_index(count)


def _comparison(method, reflected, symbol):
    def compare(left, right):
        for ask, other in comparisons(left, right, method, reflected):
            result = ask(other)
            if result is not NotImplemented:
                return result
        return unordered(symbol, left, right)
    return compare


less = _comparison('__lt__', '__gt__', '<')
less_equal = _comparison('__le__', '__ge__', '<=')
greater = _comparison('__gt__', '__lt__', '>')
greater_equal = _comparison('__ge__', '__le__', '>=')


def equal(left, right):
    for ask, other in comparisons(left, right, '__eq__', '__eq__'):
        result = ask(other)
        if result is not NotImplemented:
            return result
    return left is right


def not_equal(left, right):
    for ask, other in comparisons(left, right, '__ne__', '__ne__'):
        result = ask(other)
        if result is not NotImplemented:
            return result
    return left is not right


def opposite_of_eq(value, other):
    result = lookup(value, '__eq__')(other)
    return result if result is NotImplemented else not result


def contains(collection, item):
    ask = lookup(collection, '__contains__')
    if ask is not None and (is_python(ask) or not isinstance(collection, (list, tuple, range))):
        return True if ask(item) else False
    try:
        items = iter(collection)
    except TypeError:
        raise TypeError(f"argument of type '{class_name(collection)}' is not iterable") from None
    for other in items:
        if other is item or other == item:
            return True
    return False


def not_contains(collection, item):
    return not contains(collection, item)


# --- truth, length, text ---


def truth(value):
    ask = lookup(value, '__bool__')
    if ask is None:
        ask = lookup(value, '__len__')
        return ask is None or length(ask) != 0
    result = ask()
    if result is True or result is False:
        return result
    raise TypeError(f'__bool__ should return bool, returned {class_name(result)}')


def length(ask):
    result = to_index(ask())
    if result < 0:
        raise ValueError('__len__() should return >= 0')
    if result > 0x7fffffffffffffff:
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    return result


def to_index(value):
    if isinstance(value, int):
        return value
    ask = lookup(value, '__index__')
    if ask is None:
        raise TypeError(f"'{class_name(value)}' object cannot be interpreted as an integer")
    result = ask()
    if not isinstance(result, int):
        raise TypeError(f'__index__ returned non-int (type {class_name(result)})')
    return result


def _checked_text(result, method):
    if isinstance(result, str):
        return result
    raise TypeError(f'{method} returned non-string (type {class_name(result)})')


def str_of(value):
    return _checked_text(lookup(value, '__str__')(), '__str__')


_showing = []


def repr_of(value):
    ask = lookup(value, '__repr__')
    if is_python(ask):
        return _checked_text(ask(), '__repr__')
    show, again = _SHOWN.get(shape(value), (None, None))
    if show is None:
        return _checked_text(ask(), '__repr__')
    for other in _showing:
        if other is value:
            return again or f'{class_name(value)}(...)'
    _showing.append(value)
    try:
        return show(value)
    finally:
        _showing.pop()


def _show_list(value):
    return f'[{", ".join([repr(item) for item in list.__iter__(value)])}]'


def _show_tuple(value):
    items = [repr(item) for item in tuple.__iter__(value)]
    return f'({items[0]},)' if len(items) == 1 else f'({", ".join(items)})'


def _show_dict(value):
    return f'{{{", ".join([f"{key!r}: {item!r}" for key, item in dict.items(value)])}}}'


def _show_set(value):
    items = f'{{{", ".join([repr(item) for item in value])}}}'
    return items if type(value) is set else f'{class_name(value)}({items})'


def _show_view(value):
    return f'{class_name(value)}([{", ".join([repr(item) for item in value])}])'


def _show_slice(value):
    return f'slice({value.start!r}, {value.stop!r}, {value.step!r})'


def _show_proxy(value):
    return f'mappingproxy({_show_dict(dict(value))})'


def _show_method(value):
    return f'<bound method {value.__func__.__qualname__} of {value.__self__!r}>'


_SHOWN = {
    'list': (_show_list, '[...]'), 'tuple': (_show_tuple, '(...)'), 'dict': (_show_dict, '{...}'),
    'set': (_show_set, None), 'frozenset': (_show_set, None), 'slice': (_show_slice, '...'),
    'dict_keys': (_show_view, '...'), 'dict_values': (_show_view, '...'), 'dict_items': (_show_view, '...'),
    'mappingproxy': (_show_proxy, '{...}'), 'method': (_show_method, '...')}


def repr_exception(error):
    args = error.args
    return f'{class_name(error)}({args[0]!r})' if len(args) == 1 else class_name(error) + repr(args)


def format_by_method(value, ask, spec):
    result = ask(spec)
    if isinstance(result, str):
        return result
    raise TypeError(f'__format__ must return a str, not {class_name(result)}')


def format_str(value, spec):
    return format(str(value), spec)


def format_repr(value, spec):
    return format(repr(value), spec)


def format_ascii(value, spec):
    return format(ascii(value), spec)
