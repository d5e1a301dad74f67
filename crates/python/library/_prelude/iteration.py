"""Iterators over what the program iterates: map, zip, reversed …; sums and the like."""
from _interleave import begin_sum, class_name, lookup, make_driven, make_filter, make_map


def iterator_of(value):
    ask = lookup(value, '__iter__')
    if ask is None:
        return iterate_by_index(value)
    result = ask()
    if lookup(result, '__next__') is None:
        raise TypeError(f"iter() returned non-iterator of type '{class_name(result)}'")
    return result


def next_or(iterator, default):
    try:
        return next(iterator)
    except StopIteration:
        return default


async def anext_or(awaitable, default):
    try:
        return await awaitable
    except StopAsyncIteration:
        return default


def anext_of(ask, default):
    return anext_or(ask(), default)


def call_until(function, sentinel):
    return make_driven(None, _until(function, sentinel))


def _until(function, sentinel):
    while True:
        try:
            item = function()
        except StopIteration:
            return
        if sentinel is item or sentinel == item:
            return
        yield item


def map_of(function, *iterables):
    return make_map(function, [iter(items) for items in iterables])


def map_next(function, iterator):
    return function(next(iterator))


def map_next_of_several(function, items, iterators):
    for iterator in iterators:
        items.append(next(iterator))
    return function(*items)


def filter_of(function, items):
    return make_filter(function, iter(items))


def filter_next(function, iterator):
    while True:
        item = next(iterator)
        if item if function is None else function(item):
            return item


def filter_next_after(item, iterator):
    return item if item else filter_next(None, iterator)


def enumerate_of(items, start):
    return make_driven(enumerate, _enumerated(iter(items), to_index(start)))


def _enumerated(items, count):
    for item in items:
        yield count, item
        count += 1


def zip_of(iterables, strict):
    iterators = [iter(items) for items in iterables]
    return make_driven(zip, _zipped_strictly(iterators) if strict else _zipped(iterators))


def _zipped(iterators):
    while True:
        row = []
        for iterator in iterators:
            for item in iterator:
                row.append(item)
                break
            else:
                return
        yield tuple(row)


def _zipped_strictly(iterators):
    while True:
        row = []
        for index, iterator in enumerate(iterators):
            item = next_or(iterator, _MISSING)
            if item is not _MISSING:
                row.append(item)
            elif index:
                raise ValueError(f'zip() argument {index + 1} is shorter than {_arguments(index)}')
            else:
                for index in range(1, len(iterators)):
                    if next_or(iterators[index], _MISSING) is not _MISSING:
                        raise ValueError(f'zip() argument {index + 1} is longer than {_arguments(index)}')
                return
        yield tuple(row)


def _arguments(count):
    return 'argument 1' if count == 1 else f'arguments 1-{count}'


def reversed_of(sequence):
    return make_driven(reversed, _reversed(sequence, len(sequence)))


def _reversed(sequence, index):
    ask = lookup(sequence, '__getitem__')
    while index > 0:
        index -= 1
        try:
            item = ask(index)
        except (IndexError, StopIteration):
            return
        yield item


def sum_of(items, start):
    items = iter(items)
    total = begin_sum(start)
    for item in items:
        if total.add(item):
            return sum_by_adding(items, total.total() + item)
    return total.total()


def sum_by_adding(items, total):
    for item in items:
        total = total + item
    return total


def min_of(items, key, *default):
    best = _MISSING
    for item in items:
        rank = item if key is None else key(item)
        if best is _MISSING or rank < lowest:
            best, lowest = item, rank
    return _found(best, 'min', default)


def max_of(items, key, *default):
    best = _MISSING
    for item in items:
        rank = item if key is None else key(item)
        if best is _MISSING or rank > highest:
            best, highest = item, rank
    return _found(best, 'max', default)


def _found(best, name, default):
    if best is not _MISSING:
        return best
    if default:
        return default[0]
    raise ValueError(f'{name}() iterable argument is empty')


def any_of(items):
    for item in items:
        if item:
            return True
    return False


def all_of(items):
    for item in items:
        if not item:
            return False
    return True
