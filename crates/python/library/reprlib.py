"""Shortened reprs, and reprs of what contains itself."""

from builtins import repr as _whole
from functools import wraps


def recursive_repr(fillvalue='...'):
    def decorate(user_function):
        running = set()

        @wraps(user_function)
        def wrapper(self):
            key = id(self)
            if key in running:
                return fillvalue
            running.add(key)
            try:
                return user_function(self)
            finally:
                running.discard(key)

        return wrapper

    return decorate


class Repr:
    def __init__(self, *, maxlevel=6, maxtuple=6, maxlist=6, maxdict=4, maxset=6, maxfrozenset=6, maxdeque=6,
                 maxstring=30, maxlong=40, maxother=30, fillvalue='...', indent=None):
        self.__dict__.update({name: value for name, value in locals().items() if name != 'self'})

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        name = type(x).__name__
        match x:
            case list():
                return self._items(x, level, '[', ']', self.maxlist)
            case tuple():
                return self._items(x, level, '(', ',)' if len(x) == 1 else ')', self.maxtuple)
            case dict():
                return self._dict(x, level)
            case set() if x:
                return self._items(sorted(x), level, '{', '}', self.maxset)
            case frozenset() if x:
                return self._items(sorted(x), level, 'frozenset({', '})', self.maxfrozenset)
            case str():
                return self._middle(_whole(x[:self.maxstring]), _whole(x), self.maxstring)
            case int():
                return self._middle(_whole(x), _whole(x), self.maxlong)
        if name == 'deque':
            return self._items(x, level, 'deque([', '])', self.maxdeque)
        return self._middle(_whole(x), _whole(x), self.maxother)

    def _middle(self, text, whole, limit):
        if len(whole) <= limit:
            return whole
        before = max(0, (limit - 3) // 2)
        after = max(0, limit - 3 - before)
        return whole[:before] + self.fillvalue + whole[len(whole) - after:]

    def _items(self, x, level, left, right, limit):
        if level <= 0 and x:
            return left + self.fillvalue + right
        parts = [self.repr1(item, level - 1) for item, _ in zip(x, range(limit))]
        if len(x) > limit:
            parts.append(self.fillvalue)
        return left + ', '.join(parts) + right

    def _dict(self, x, level):
        if level <= 0 and x:
            return '{' + self.fillvalue + '}'
        parts = [f'{self.repr1(key, level - 1)}: {self.repr1(x[key], level - 1)}'
                 for key, _ in zip(sorted(x, key=str), range(self.maxdict))]
        if len(x) > self.maxdict:
            parts.append(self.fillvalue)
        return '{' + ', '.join(parts) + '}'


aRepr = Repr()
repr = aRepr.repr
