"""Stretches of time and time zones, for the module datetime."""


def _name(cls):
    return f'{cls.__module__}.{cls.__qualname__}'


def _offset_text(offset, colon=':'):
    if offset is None:
        return ''
    sign = '-' if offset.days < 0 else '+'
    seconds = abs(offset)
    hours, rest = divmod(seconds.days * 86400 + seconds.seconds, 3600)
    minutes, rest = divmod(rest, 60)
    text = f'{sign}{hours:02d}{colon}{minutes:02d}'
    if rest or seconds.microseconds:
        text += f'{colon}{rest:02d}'
    return text + (f'.{seconds.microseconds:06d}' if seconds.microseconds else '')


class timedelta:
    __slots__ = '_days', '_seconds', '_us', '_hash'

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total, remainder = 0, 0.0
        for value, name, unit in ((days, 'days', 86400000000), (seconds, 'seconds', 1000000),
                                  (microseconds, 'microseconds', 1), (milliseconds, 'milliseconds', 1000),
                                  (minutes, 'minutes', 60000000), (hours, 'hours', 3600000000),
                                  (weeks, 'weeks', 604800000000)):
            if isinstance(value, int):
                total += value * unit
            elif isinstance(value, float):
                whole = int(value)
                total += whole * unit
                part = (value - whole) * unit
                total += int(part)
                remainder += part - int(part)
            else:
                raise TypeError(f'unsupported type for timedelta {name} component: {type(value).__name__}')
        return cls._of(total + round(remainder) if remainder else total)

    @classmethod
    def _of(cls, total):
        self = object.__new__(cls)
        seconds, self._us = divmod(total, 1000000)
        self._days, self._seconds = divmod(seconds, 86400)
        if abs(self._days) > 999999999:
            raise OverflowError(f'days={self._days}; must have magnitude <= 999999999')
        return self

    days = property(lambda self: self._days)
    seconds = property(lambda self: self._seconds)
    microseconds = property(lambda self: self._us)

    def _total(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._us

    def total_seconds(self):
        return self._total() / 10**6

    def __repr__(self):
        parts = [f'{name}={value}' for name, value in (('days', self._days), ('seconds', self._seconds),
                                                       ('microseconds', self._us)) if value]
        return f'{_name(type(self))}({", ".join(parts) or "0"})'

    def __str__(self):
        minutes, second = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f'{hours}:{minutes:02d}:{second:02d}'
        if self._days:
            text = f'{self._days} day{"" if abs(self._days) == 1 else "s"}, {text}'
        return text + (f'.{self._us:06d}' if self._us else '')

    def __add__(self, other):
        return timedelta._of(self._total() + other._total()) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return timedelta._of(self._total() - other._total()) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return timedelta._of(other._total() - self._total()) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return timedelta._of(-self._total())

    def __pos__(self):
        return self

    def __abs__(self):
        return -self if self._days < 0 else self

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total() * other)
        if isinstance(other, float):
            top, bottom = other.as_integer_ratio()
            return timedelta._of(_divided(self._total() * top, bottom))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        return timedelta._of(self._total() // other) if isinstance(other, int) else NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            return timedelta._of(_divided(self._total(), other))
        if isinstance(other, float):
            top, bottom = other.as_integer_ratio()
            return timedelta._of(_divided(self._total() * bottom, top))
        return NotImplemented

    def __mod__(self, other):
        return timedelta._of(self._total() % other._total()) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        whole, rest = divmod(self._total(), other._total())
        return whole, timedelta._of(rest)

    def __bool__(self):
        return self._total() != 0

    def __eq__(self, other):
        return self._total() == other._total() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total() < other._total() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total() <= other._total() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._us))


def _divided(top, bottom):
    """The quotient as a whole number, half to even."""
    quotient, rest = divmod(top, bottom)
    if bottom < 0:
        bottom, rest = -bottom, -rest
    return quotient + (2 * rest > bottom or 2 * rest == bottom and quotient % 2)


timedelta.min, timedelta.max = timedelta(-999999999), timedelta._of(86400 * 10**15 - 1)
timedelta.resolution = timedelta(microseconds=1)


class tzinfo:
    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def utcoffset(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def dst(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt):
        return dt + dt.utcoffset()


class timezone(tzinfo):
    __slots__ = '_offset', '_name'

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f'timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}')
        if not timedelta(-1) < offset < timedelta(1):
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and '
                             f'timedelta(hours=24), not {offset!r}.')
        if name is None and not offset and cls is timezone and hasattr(cls, 'utc'):
            return cls.utc
        self = object.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def utcoffset(self, dt):
        return self._offset

    def dst(self, dt):
        return None

    def tzname(self, dt):
        return self._name or 'UTC' + (_offset_text(self._offset) if self._offset else '')

    def fromutc(self, dt):
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return 'datetime.timezone.utc'
        return f'{_name(type(self))}({self._offset!r}' + (')' if self._name is None else f', {self._name!r})')

    def __str__(self):
        return self.tzname(None)


UTC = timezone.utc = timezone(timedelta(0))
timezone.min, timezone.max = timezone(-timedelta(hours=23, minutes=59)), timezone(timedelta(hours=23, minutes=59))


for _class in timedelta, tzinfo, timezone:
    _class.__module__ = 'datetime'
