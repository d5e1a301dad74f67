"""A set that iterates in the order of insertion, for the sets which asyncio and concurrent.futures keep inside.

In CPython their order follows addresses, which is to say that it is arbitrary; the ideal machine fixes it.
"""


class OrderedSet(set):
    def __init__(self, items=()):
        super().__init__()
        self._order = {}
        self.update(items)

    def __del__(self):
        # What only it holds dies in this order, too: the dictionary is let go after this.
        super().clear()

    def add(self, item):
        super().add(item)
        self._order[item] = None

    def discard(self, item):
        super().discard(item)
        self._order.pop(item, None)

    def remove(self, item):
        super().remove(item)
        del self._order[item]

    def pop(self):
        for item in self._order:
            self.remove(item)
            return item
        return super().pop()

    def clear(self):
        super().clear()
        self._order.clear()

    def update(self, *others):
        for other in others:
            for item in other:
                self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def union(self, *others):
        joined = OrderedSet(self)
        joined.update(*others)
        return joined

    def difference(self, *others):
        return OrderedSet(item for item in self if not any(item in other for other in others))

    def intersection(self, *others):
        return OrderedSet(item for item in self if all(item in other for other in others))

    def copy(self):
        return OrderedSet(self)

    def __iter__(self):
        return iter(self._order)

    def __repr__(self):
        return '{' + ', '.join(map(repr, self)) + '}' if self else 'set()'

    __or__, __sub__, __and__ = union, difference, intersection
    __hash__ = None


OrderedSet.__name__ = OrderedSet.__qualname__ = 'set'
OrderedSet.__module__ = 'builtins'
