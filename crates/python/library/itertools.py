"""Iterators made from iterators, by generators: each function is a class, as in CPython."""

from operator import add
from _interleave import make_driven

_driven = type(iter(int, 1))


def _iterator(function):
    """The class of the iterators that a generator function makes."""
    def new(cls, /, *args, **kwargs):
        return make_driven(cls, function(*args, **kwargs))
    names = {'__new__': new, '__iter__': _driven.__iter__, '__next__': _driven.__next__, '__module__': 'itertools'}
    return type(function.__name__, (), names)


class count:
    def __init__(self, start=0, step=1):
        self._next, self._step = start, step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        step = '' if type(self._step) is int and self._step == 1 else f', {self._step!r}'
        return f'count({self._next!r}{step})'


@_iterator
def cycle(iterable):
    seen = []
    for item in iterable:
        seen.append(item)
        yield item
    while seen:
        yield from seen


class repeat:
    def __init__(self, object, times=None):
        self._object, self._left = object, None if times is None else max(0, times.__index__())

    def __iter__(self):
        return self

    def __next__(self):
        if self._left is not None:
            if not self._left:
                raise StopIteration
            self._left -= 1
        return self._object

    def __length_hint__(self):
        if self._left is None:
            raise TypeError('len() of unsized object')
        return self._left

    def __repr__(self):
        left = '' if self._left is None else f', {self._left}'
        return f'repeat({self._object!r}{left})'


@_iterator
def accumulate(iterable, func=None, *, initial=None):
    func = func or add
    items = iter(iterable)
    total = initial
    if initial is None:
        for total in items:
            break
        else:
            return
    yield total
    for item in items:
        total = func(total, item)
        yield total


@_iterator
def chain(*iterables):
    for iterable in iterables:
        yield from iterable


def _chained(iterable):
    for inner in iterable:
        yield from inner


chain.__class_getitem__ = classmethod(type(list[int]))
chain.from_iterable = classmethod(lambda cls, iterable: make_driven(cls, _chained(iterable)))


@_iterator
def compress(data, selectors):
    return (item for item, selected in zip(data, selectors) if selected)


@_iterator
def dropwhile(predicate, iterable):
    items = iter(iterable)
    for item in items:
        if not predicate(item):
            yield item
            break
    yield from items


@_iterator
def takewhile(predicate, iterable):
    for item in iterable:
        if not predicate(item):
            return
        yield item


@_iterator
def filterfalse(predicate, iterable):
    if predicate is None:
        return (item for item in iterable if not item)
    return (item for item in iterable if not predicate(item))


@_iterator
def starmap(function, iterable):
    return (function(*args) for args in iterable)


@_iterator
def groupby(iterable, key=None):
    items = iter(iterable)
    group = 0
    item = item_key = None
    ended = False

    def advance():
        nonlocal item, item_key, ended
        for item in items:
            item_key = item if key is None else key(item)
            return
        ended = True

    def members(number, group_key):
        # Lives only until the outer iteration moves on to the next group.
        while number == group and not ended and item_key == group_key:
            yield item
            if number == group:
                advance()

    advance()
    while not ended:
        group += 1
        group_key = item_key
        yield group_key, members(group, group_key)
        while not ended and item_key == group_key:
            advance()
    group = 0


def _index(value, text, least):
    if value is None:
        return None
    try:
        value = value.__index__()
    except AttributeError:
        value = -1
    if value < least:
        raise ValueError(text)
    return value


@_iterator
def islice(iterable, *args):
    if not 1 <= len(args) <= 3:
        raise TypeError(f'islice expected at {"least 2" if not args else "most 4"} arguments, got {len(args) + 1}')
    bounds = slice(*args)
    if len(args) == 1:
        stop = _index(bounds.stop, 'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.', 0)
        start = 0
    else:
        text = 'Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.'
        start = _index(bounds.start, text, 0) or 0
        stop = _index(bounds.stop, text.replace('Indices', 'Stop argument'), 0)
    step = _index(bounds.step, 'Step for islice() must be a positive integer or None.', 1) or 1
    return _islice(iter(iterable), start, stop, step)


def _islice(items, start, stop, step):
    for _ in zip(range(start), items):
        pass
    remaining = None if stop is None else stop - start
    if step == 1:
        if remaining is None:
            yield from items
        else:
            for _, item in zip(range(remaining), items):
                yield item
        return
    while remaining is None or remaining > 0:
        for item in items:
            yield item
            break
        else:
            return
        skipped = step - 1
        if remaining is not None:
            remaining -= step
            if remaining <= 0:
                skipped += remaining
        for _ in zip(range(skipped), items):
            pass


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError('n must be >= 0')
    source = iter(iterable)
    first = []
    return tuple([_tee(source, first) for _ in range(n)])


def _tee(source, link):
    # The branches walk one chain of links [item, next link]; who comes first to the empty end fills it.
    while True:
        if not link:
            for item in source:
                link += (item, [])
                break
            else:
                return
        item, link = link
        yield item


_exhausted = object()


@_iterator
def zip_longest(*iterables, fillvalue=None):
    iterators = [iter(iterable) for iterable in iterables]
    active = len(iterators)
    while active:
        row = []
        for i, items in enumerate(iterators):
            item = fillvalue if items is None else next(items, _exhausted)
            if item is _exhausted:
                active -= 1
                if not active:
                    return
                iterators[i] = None
                item = fillvalue
            row.append(item)
        yield tuple(row)


@_iterator
def product(*iterables, repeat=1):
    if repeat < 0:
        raise ValueError('repeat argument cannot be negative')
    return _product([tuple(iterable) for iterable in iterables] * repeat)


def _product(pools):
    if not pools:
        yield ()
        return
    last = pools.pop()
    for head in _product(pools):
        for item in last:
            yield head + (item,)


@_iterator
def permutations(iterable, r=None):
    pool = tuple(iterable)
    if r is None:
        r = len(pool)
    elif r < 0:
        raise ValueError('r must be non-negative')
    return (head for head, rest in _arrangements(pool, r))


def _arrangements(pool, r):
    if not r:
        yield (), pool
        return
    for head, rest in _arrangements(pool, r - 1):
        for i, item in enumerate(rest):
            yield head + (item,), rest[:i] + rest[i + 1:]


@_iterator
def combinations(iterable, r):
    if r < 0:
        raise ValueError('r must be non-negative')
    pool = tuple(iterable)
    return (head for head, start in _choices(pool, r, len(pool) - r, 1))


@_iterator
def combinations_with_replacement(iterable, r):
    if r < 0:
        raise ValueError('r must be non-negative')
    pool = tuple(iterable)
    return (head for head, start in _choices(pool, r, len(pool) - 1, 0))


def _choices(pool, r, last, step):
    # `last` is the last position that the first of the r may take; each later one may lie `step` further.
    if not r:
        yield (), 0
        return
    end = last + step * (r - 1) + 1
    for head, start in _choices(pool, r - 1, last, step):
        for i in range(start, end):
            yield head + (pool[i],), i + step


@_iterator
def pairwise(iterable, /):
    items = iter(iterable)
    for before in items:
        break
    for item in items:
        yield before, item
        before = item


@_iterator
def batched(iterable, n, *, strict=False):
    if n < 1:
        raise ValueError('n must be at least one')
    return _batched(iter(iterable), n, strict)


def _batched(items, n, strict):
    while batch := tuple([item for _, item in zip(range(n), items)]):
        if strict and len(batch) < n:
            raise ValueError('batched(): incomplete batch')
        yield batch
