"""Lists, tuples, ranges and deques whose items or indices are the program's; sorting."""
from _interleave import class_name, list_return, lookup, sort_items


def tuple_new(kind, items):
    return tuple.__new__(kind, [item for item in items])


def again_with_index(function, index, *values):
    values = [*values]
    values[index] = to_index(values[index])
    return function(*values)


def _place_of(index):
    if not isinstance(index, slice):
        return to_index(index)
    parts = index.start, index.stop, index.step
    return slice(*[part if part is None else to_index(part) for part in parts])


def get_item_by_index(sequence, index):
    return sequence[_place_of(index)]


def set_item_by_index(sequence, index, value):
    sequence[_place_of(index)] = value


def delete_item_by_index(sequence, index):
    del sequence[_place_of(index)]


def long_range(*numbers):
    from _long_range import LongRange
    return LongRange(*numbers)


def set_slice(target, place, items):
    if lookup(items, '__iter__') is None and lookup(items, '__getitem__') is None:
        raise TypeError('must assign iterable to extended slice')
    target[place] = [item for item in items]


def extend_display(target, items):
    if lookup(items, '__iter__') is None and lookup(items, '__getitem__') is None:
        raise TypeError(f'Value after * must be an iterable, not {class_name(items)}')
    list_extend(target, items)


def list_extend(target, items):
    for item in items:
        target.append(item)


def list_extend_in_place(target, items):
    list.extend(target, items)
    return target


def _place(sequence, value, start, stop):
    for index in range(start, stop):
        if index >= len(sequence):
            break
        item = sequence[index]
        if item is value or item == value:
            return index
    return -1


def list_index(target, value, start, stop):
    index = _place(target, value, start, stop)
    if index < 0:
        raise ValueError(f'{value!r} is not in list')
    return index


def tuple_index(target, value, start, stop):
    index = _place(target, value, start, stop)
    if index < 0:
        raise ValueError('tuple.index(x): x not in tuple')
    return index


def range_index(numbers, value, stop):
    index = -1 if isinstance(value, int) else _place(numbers, value, 0, stop)
    if index < 0:
        if isinstance(value, int):
            raise ValueError(f'{value!r} is not in range')
        raise ValueError('sequence.index(x): x not in sequence')
    return index


def list_remove(target, value):
    index = _place(target, value, 0, len(target))
    if index < 0:
        raise ValueError('list.remove(x): x not in list')
    del target[index]


def sequence_count(sequence, value):
    count = 0
    for item in sequence:
        if item is value or item == value:
            count += 1
    return count


def sequence_contains(sequence, value):
    for item in sequence:
        if item is value or item == value:
            return True
    return False


def sequence_equal(left, right):
    if len(left) != len(right):
        return False
    for one, other in zip(left, right):
        if one is not other and not one == other:
            return False
    return True


def differs(ask, left, right):
    return not ask(left, right)


def sequence_order(left, right, symbol):
    for one, other in zip(left, right):
        if one is not other and not one == other:
            return _in_order(one, other, symbol)
    return _in_order(len(left), len(right), symbol)


def _in_order(one, other, symbol):
    if symbol == '<':
        return one < other
    if symbol == '<=':
        return one <= other
    return one > other if symbol == '>' else one >= other


def deque_extend(target, items, left):
    add = target.appendleft if left else target.append
    for item in items:
        add(item)


def deque_extend_in_place(target, items):
    deque_extend(target, items, False)
    return target


def deque_copy(target):
    kind = type(target)
    return kind(target) if target.maxlen is None else kind(target, target.maxlen)


def deque_reduce(target):
    args = () if target.maxlen is None else ((), target.maxlen)
    return type(target), args, getattr(target, '__dict__', None) or None, iter(target)


def deque_repr(target):
    for other in _showing:
        if other is target:
            return '[...]'
    _showing.append(target)
    try:
        items = repr([*target])
    finally:
        _showing.pop()
    limit = '' if target.maxlen is None else f', maxlen={target.maxlen}'
    return f'{class_name(target)}({items}{limit})'


def deque_index(target, value, start, stop):
    index = _place(target, value, start, stop)
    if index < 0:
        raise ValueError(f'{value!r} is not in deque')
    return index


def deque_remove(target, value):
    index = _place(target, value, 0, len(target))
    if index < 0:
        raise ValueError(f'{value!r} is not in deque')
    del target[index]


# --- sorting ---


def list_sort(target, key, reverse):
    items = target.copy()
    target.clear()
    try:
        result = sorted_of(items, key, reverse)
    except BaseException:
        list_return(target, items)
        raise
    if list_return(target, result):
        raise ValueError('list modified during sort')


def sorted_of(items, key, reverse):
    items = [item for item in items]
    keys = items if key is None else [key(item) for item in items]
    result = sort_items(items, keys, reverse)
    if result is None:
        result = [items[index] for index in _order(keys, reverse)]
    return result


def _order(keys, reverse):
    # As `sorting` in Rust, step by step.
    order = [*range(len(keys))]
    if reverse:
        order.reverse()
    count = least = len(keys)
    odd = 0
    while least >= 64:
        odd |= least & 1
        least >>= 1
    least += odd
    runs = []
    start = 0
    while start < count:
        end = _run_end(keys, order, start, count)
        for at in range(end, min(count, start + least)):
            new = order[at]
            low, high = start, at
            while low < high:
                middle = (low + high) // 2
                if keys[new] < keys[order[middle]]:
                    high = middle
                else:
                    low = middle + 1
            order.insert(low, order.pop(at))
        end = max(end, min(count, start + least))
        runs.append((start, end))
        start = end
        while len(runs) > 1 and (start == count or runs[-2][1] - runs[-2][0] <= runs[-1][1] - runs[-1][0]):
            first, middle = runs[-2]
            last = runs.pop()[1]
            order[first:last] = _merged(keys, order[first:middle], order[middle:last])
            runs[-1] = first, last
    if reverse:
        order.reverse()
    return order


def _run_end(keys, order, start, count):
    end = start + 1
    while end < count and not keys[order[end]] < keys[order[end - 1]]:
        end += 1
    if end >= count:
        return count
    if end - start > 1:
        if keys[order[start]] < keys[order[end - 1]]:
            return end
        order[start:end] = order[start:end][::-1]
    end += 1
    equal = None
    while end < count:
        if keys[order[end]] < keys[order[end - 1]]:
            if equal is not None:
                order[equal:end] = order[equal:end][::-1]
                equal = None
        elif keys[order[end - 1]] < keys[order[end]]:
            break
        elif equal is None:
            equal = end - 1
        end += 1
    if equal is not None:
        order[equal:end] = order[equal:end][::-1]
    order[start:end] = order[start:end][::-1]
    while end < count and not keys[order[end]] < keys[order[end - 1]]:
        end += 1
    return end


def _merged(keys, left, right):
    result = []
    at = 0
    for index in left:
        while at < len(right) and keys[right[at]] < keys[index]:
            result.append(right[at])
            at += 1
        result.append(index)
    return result + right[at:]


def recoded(kind, function, *what):
    import codecs
    return kind(getattr(codecs, function)(*what))
