"""`range` of numbers beyond 64 bits, which the machine's own does not have."""
from sys import maxsize


class LongRange:
    __slots__ = 'start', 'stop', 'step'

    def __init__(self, start, stop=None, step=1):
        start, stop = (0, start) if stop is None else (start, stop)
        if step == 0:
            raise ValueError('range() arg 3 must not be zero')
        for name, value in zip(self.__slots__, (start, stop, step)):
            object.__setattr__(self, name, value.__index__())

    def __setattr__(self, name, value):
        raise AttributeError('readonly attribute')

    def _count(self):
        step = self.step
        return max(0, (self.stop - self.start + step - (1 if step > 0 else -1)) // step)

    def __len__(self):
        if self._count() > maxsize:
            raise OverflowError('Python int too large to convert to C ssize_t')
        return self._count()

    def __bool__(self):
        return self._count() > 0

    def __getitem__(self, index):
        count = self._count()
        if isinstance(index, slice):
            step = 1 if index.step is None else index.step
            if step == 0:
                raise ValueError('slice step cannot be zero')
            low, high = (0, count) if step > 0 else (-1, count - 1)
            def bound(part, default):
                if part is None:
                    return default
                return min(max(part + count if part < 0 else part, low), high)
            first, last = (low, high) if step > 0 else (high, low)
            start, stop = bound(index.start, first), bound(index.stop, last)
            return range(self.start + start * self.step, self.start + stop * self.step, self.step * step)
        place = index.__index__()
        if place < 0:
            place += count
        if not 0 <= place < count:
            raise IndexError('range object index out of range')
        return self.start + place * self.step

    def __iter__(self):
        value, step = self.start, self.step
        while value < self.stop if step > 0 else value > self.stop:
            yield value
            value += step

    def __reversed__(self):
        for place in range(self._count() - 1, -1, -1):
            yield self.start + place * self.step

    def __contains__(self, value):
        if not isinstance(value, int):
            return any(value == item for item in self)
        distance = value - self.start
        return distance % self.step == 0 and 0 <= distance // self.step < self._count()

    def index(self, value):
        if value not in self:
            raise ValueError(f'{value!r} is not in range')
        return (value - self.start) // self.step

    def count(self, value):
        return int(value in self)

    def _key(self):
        count = self._count()
        return count, self.start if count else None, self.step if count > 1 else None

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, LongRange) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __repr__(self):
        step = '' if self.step == 1 else f', {self.step}'
        return f'range({self.start}, {self.stop}{step})'


LongRange.__name__ = LongRange.__qualname__ = 'range'
LongRange.__module__ = 'builtins'
