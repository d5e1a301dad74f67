"""Dicts and sets whose keys have a hash or an equality of the program's."""
from _interleave import (
    class_name, dict_candidates, dict_drop, dict_put, dict_value, function_text, is_python, lookup, set_candidates,
    set_drop, set_put, set_reserve)


def _same(candidates, key):
    for other in candidates:
        if other is key or other == key:
            return other
    return _MISSING


def dict_get_item(whole, target, key):
    code = hash(key)
    own = _same(dict_candidates(target, code), key)
    if own is not _MISSING:
        return dict_value(target, code, own)
    ask = None if whole is target else lookup(whole, '__missing__')
    if ask is None:
        raise KeyError(key)
    return ask(key)


def dict_get(target, key, default):
    code = hash(key)
    own = _same(dict_candidates(target, code), key)
    return default if own is _MISSING else dict_value(target, code, own)


def dict_contains(target, key):
    return _same(dict_candidates(target, hash(key)), key) is not _MISSING


def dict_set_item(target, key, value):
    code = hash(key)
    own = _same(dict_candidates(target, code), key)
    dict_put(target, code, key if own is _MISSING else own, value)


def dict_set_default(target, key, default):
    code = hash(key)
    own = _same(dict_candidates(target, code), key)
    if own is not _MISSING:
        return dict_value(target, code, own)
    dict_put(target, code, key, default)
    return default


def dict_delete_item(target, key):
    code = hash(key)
    own = _same(dict_candidates(target, code), key)
    if own is _MISSING:
        raise KeyError(key)
    dict_drop(target, code, own)


def dict_pop(target, key, *default):
    code = hash(key)
    own = _same(dict_candidates(target, code), key)
    if own is not _MISSING:
        return dict_drop(target, code, own)
    if default:
        return default[0]
    raise KeyError(key)


def dict_display(target, rest):
    for index in range(0, len(rest), 2):
        target[rest[index]] = rest[index + 1]
    return target


def dict_display_update(target, source):
    if lookup(source, 'keys') is None:
        raise TypeError(f"'{class_name(source)}' object is not a mapping")
    dict.update(target, source)


def dict_update(target, source, named):
    if isinstance(source, dict) and not is_python(lookup(source, 'keys')):
        for key, value in dict.items(source):
            target[key] = value
    elif lookup(source, 'keys') is not None:
        for key in source.keys():
            target[key] = source[key]
    else:
        for index, pair in enumerate(source):
            if lookup(pair, '__iter__') is None and lookup(pair, '__getitem__') is None:
                raise TypeError(f'cannot convert dictionary update sequence element #{index} to a sequence')
            pair = [*pair]
            if len(pair) != 2:
                raise ValueError(f'dictionary update sequence element #{index} has length {len(pair)}; 2 is required')
            target[pair[0]] = pair[1]
    for key, value in named.items():
        target[key] = value


def dict_update_in_place(target, source):
    dict.update(target, source)
    return target


def dict_union(left, right):
    return dict_update_in_place(left.copy(), right)


def dict_from_keys(kind, keys, value):
    made = kind()
    for key in keys:
        made[key] = value
    return made


def dict_equal(left, right):
    if len(left) != len(right):
        return False
    for key, value in left.items():
        other = right.get(key, _MISSING)
        if other is _MISSING or other is not value and not value == other:
            return False
    return True


def merge_keywords(keywords, mapping, callee):
    if lookup(mapping, 'keys') is None:
        raise TypeError(f'{function_text(callee)} argument after ** must be a mapping, not {class_name(mapping)}')
    for key in mapping.keys():
        if not isinstance(key, str):
            raise TypeError('keywords must be strings')
        if key in keywords:
            raise TypeError(f"{function_text(callee)} got multiple values for keyword argument '{key}'")
        keywords[key] = mapping[key]


def set_add(target, item):
    code = hash(item)
    if _same(set_candidates(target, code), item) is _MISSING:
        set_put(target, code, item)


def _searched(item):
    """A set stands for the frozenset of what it holds."""
    return frozenset(item) if isinstance(item, set) and type(item).__hash__ is None else item


def set_contains(target, item):
    item = _searched(item)
    return _same(set_candidates(target, hash(item)), item) is not _MISSING


def _taken(target, item):
    item = _searched(item)
    code = hash(item)
    own = _same(set_candidates(target, code), item)
    if own is _MISSING:
        return False
    set_drop(target, code, own)
    return True


def set_discard(target, item):
    _taken(target, item)


def set_remove(target, item):
    if not _taken(target, item):
        raise KeyError(item)


def set_fill(target, items):
    for item in items:
        target.add(item)


def set_update(target, items):
    if isinstance(items, (set, frozenset, dict)):
        set_reserve(target, len(items))
    for item in [*items] if isinstance(items, (set, frozenset)) else items:
        target.add(item)
    return target


def set_intersect(target, items):
    kept = [item for item in items if item in target]
    target.clear()
    return set_update(target, kept)


def set_subtract(target, items):
    for item in [*items] if items is target else items:
        target.discard(item)
    return target


def set_exchange(target, items):
    for item in items.copy() if isinstance(items, (set, frozenset)) else set(items):
        if not _taken(target, item):
            target.add(item)
    return target


def set_combined(change, own, *others):
    result = set(own)
    for other in others:
        change(result, other)
    return frozenset(result) if isinstance(own, frozenset) else result


def set_changed(change, own, *others):
    for other in others:
        change(own, other)


def set_or(left, right):
    return set_combined(set_update, left, right)


def set_and(left, right):
    return set_combined(set_intersect, left, right)


def set_sub(left, right):
    return set_combined(set_subtract, left, right)


def set_xor(left, right):
    return set_combined(set_exchange, left, right)


def _all_in(items, container):
    for item in items:
        if item not in container:
            return False
    return True


def set_issubset(own, other):
    return _all_in(own, other if isinstance(other, (set, frozenset)) else set(other))


def set_issuperset(own, other):
    return _all_in(other, own)


def set_isdisjoint(own, other):
    for item in other:
        if item in own:
            return False
    return True


def set_equal(left, right):
    return len(left) == len(right) and _all_in(left, right)


def compare_sets(left, right, symbol):
    if symbol == '==':
        return set_equal(left, right)
    if symbol == '!=':
        return not set_equal(left, right)
    if symbol == '<' or symbol == '<=':
        return len(left) <= len(right) - (symbol == '<') and _all_in(left, right)
    return len(right) <= len(left) - (symbol == '>') and _all_in(right, left)


view_compare, view_is_disjoint = compare_sets, set_isdisjoint


def view_operation(left, right, name):
    if name == '__and__':
        if type(right) is set and len(left) <= len(right):
            return right.intersection(left)
        return set([item for item in right if item in left])
    result = set(left)
    if name == '__or__':
        result.update(right)
    elif name == '__sub__':
        result.difference_update(right)
    else:
        result.symmetric_difference_update(right)
    return result


def items_contain(target, item):
    if not isinstance(item, tuple) or len(item) != 2:
        return False
    value = target.get(item[0], _MISSING)
    return value is not _MISSING and (value is item[1] or value == item[1])


def proxy_repr(mapping):
    return f'mappingproxy({mapping!r})'


def frozenset_new(kind, items):
    return frozenset.__new__(kind, set_update(set(), items))


def call_spread(function, items, keywords):
    if lookup(items, '__iter__') is None and lookup(items, '__getitem__') is None:
        raise TypeError(f'{function_text(function)} argument after * must be an iterable, not {class_name(items)}')
    items = [item for item in items]
    return function(*items, **keywords) if keywords else function(*items)
