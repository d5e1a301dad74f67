"""Dates and times; now is when the virtual clock says."""
import time as _clock

from _timedelta import UTC, _divided, _name, _offset_text, timedelta, timezone, tzinfo

__all__ = ['date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR', 'UTC']

MINYEAR, MAXYEAR = 1, 9999
_MONTHS = 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'
_DAYS = 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'
_BEFORE = 0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334
_MAX_ORDINAL = 3652059
_EPOCH = 719163


def _leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in(year, month):
    return 29 if month == 2 and _leap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _ordinal(year, month, day):
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400 + _BEFORE[month] + (month > 2 and _leap(year)) + day


def _from_ordinal(n):
    n -= 1
    n400, n = divmod(n, 146097)
    n100, n = divmod(n, 36524)
    n4, n = divmod(n, 1461)
    n1, n = divmod(n, 365)
    year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1
    if n1 == 4 or n100 == 4:
        return year - 1, 12, 31
    month = 12
    while n < _BEFORE[month] + (month > 2 and _leap(year)):
        month -= 1
    return year, month, n - _BEFORE[month] - (month > 2 and _leap(year)) + 1


def _whole(value):
    return range(value).stop


def _check_date(year, month, day):
    for place, (name, value) in enumerate((('year', year), ('month', month), ('day', day)), 1):
        if value is None:
            raise TypeError(f"function missing required argument '{name}' (pos {place})")
    year, month, day = _whole(year), _whole(month), _whole(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'year {year} is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= _days_in(year, month):
        raise ValueError('day is out of range for month')


def _check_time(hour, minute, second, microsecond, fold):
    for value, name, most in ((hour, 'hour', 23), (minute, 'minute', 59), (second, 'second', 59),
                              (microsecond, 'microsecond', 999999)):
        if not 0 <= _whole(value) <= most:
            raise ValueError(f'{name} must be in 0..{most}')
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')


def _check_zone(tzinfo_):
    if tzinfo_ is not None and not isinstance(tzinfo_, tzinfo):
        raise TypeError(f'tzinfo argument must be None or of a tzinfo subclass, not type {type(tzinfo_).__name__!r}')


def _clock_text(hour, minute, second, us, timespec):
    if timespec == 'auto':
        timespec = 'microseconds' if us else 'seconds'
    texts = {'hours': f'{hour:02d}', 'minutes': f'{hour:02d}:{minute:02d}',
             'seconds': f'{hour:02d}:{minute:02d}:{second:02d}',
             'milliseconds': f'{hour:02d}:{minute:02d}:{second:02d}.{us // 1000:03d}',
             'microseconds': f'{hour:02d}:{minute:02d}:{second:02d}.{us:06d}'}
    if timespec not in texts:
        raise ValueError('Unknown timespec value')
    return texts[timespec]


def _strftime(moment, format, fields):
    made, i = [], 0
    while i < len(format):
        char = format[i]
        kind = format[i + 1:i + 2] if char == '%' else ''
        if kind == 'f':
            char = f'{getattr(moment, "microsecond", 0):06d}'
        elif kind == 'z' or kind == ':' and format[i + 2:i + 3] == 'z':
            offset = moment.utcoffset() if hasattr(moment, 'utcoffset') else None
            char = _offset_text(offset, ':' if kind == ':' else '')
            i += kind == ':'
        elif kind == 'Z':
            char = (moment.tzname() or '').replace('%', '%%') if hasattr(moment, 'tzname') else ''
        else:
            char += kind
        made.append(char)
        i += 2 if kind else 1
    return _clock.strftime(''.join(made), fields)


class date:
    __slots__ = '_year', '_month', '_day'

    def __new__(cls, year=None, month=None, day=None):
        _check_date(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        return self

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def fromtimestamp(cls, t):
        year, month, day = _clock.localtime(t)[:3]
        return cls(year, month, day)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_clock.time())

    @classmethod
    def fromordinal(cls, n):
        if n < 1:
            raise ValueError('ordinal must be >= 1')
        if n > _MAX_ORDINAL:
            raise ValueError('year is out of range')
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        return cls(*_iso_fields(_read_date, text, text))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        first = _ordinal(year, 1, 4)
        monday = first - (first + 6) % 7
        if not 1 <= week <= 53 or week == 53 and cls.fromordinal(monday + 52 * 7 + 3).year != year:
            raise ValueError(f'Invalid week: {week}')
        if not 1 <= day <= 7:
            raise ValueError(f'Invalid weekday: {day} (range is [1, 7])')
        return cls.fromordinal(monday + (week - 1) * 7 + day - 1)

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        thursday = self.toordinal() - self.weekday() + 3
        year = _from_ordinal(thursday)[0]
        return IsoCalendarDate((year, (thursday - _ordinal(year, 1, 1)) // 7 + 1, self.isoweekday()))

    def isoformat(self):
        return f'{self._year:04d}-{self._month:02d}-{self._day:02d}'

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return f'{_name(type(self))}({self._year}, {self._month}, {self._day})'

    def ctime(self):
        return f'{_DAYS[self.weekday()]} {_MONTHS[self._month - 1]} {self._day:2d} 00:00:00 {self._year:04d}'

    def timetuple(self):
        return self._fields(0, 0, 0, -1)

    def _fields(self, hour, minute, second, dst):
        in_year = self.toordinal() - _ordinal(self._year, 1, 1) + 1
        return _clock.struct_time((self._year, self._month, self._day, hour, minute, second, self.weekday(), in_year, dst))

    def strftime(self, format):
        return _strftime(self, format, self.timetuple())

    def __format__(self, format):
        return self.strftime(format) if format else str(self)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)

    __replace__ = replace

    def _key(self):
        return self._year, self._month, self._day

    def _comparable(self, other):
        return isinstance(other, date) and not isinstance(other, datetime)

    def __eq__(self, other):
        return self._key() == other._key() if self._comparable(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._comparable(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        n = self.toordinal() + other.days
        if not 0 < n <= _MAX_ORDINAL:
            raise OverflowError('date value out of range')
        return type(self).fromordinal(n)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        return timedelta(self.toordinal() - other.toordinal()) if isinstance(other, date) else NotImplemented


class IsoCalendarDate(tuple):
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return 'datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)' % tuple(self)


date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(1)


class _Clocked:
    """What a time of day and a moment share."""
    __slots__ = ()

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._us)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    def _set_clock(self, hour, minute, second, microsecond, tzinfo, fold):
        self._hour, self._minute, self._second, self._us = hour, minute, second, microsecond
        self._tzinfo, self._fold = tzinfo, fold

    def _asked(self, what):
        return None if self._tzinfo is None else getattr(self._tzinfo, what)(self._for_zone())

    def utcoffset(self):
        return self._asked('utcoffset')

    def dst(self):
        return self._asked('dst')

    def tzname(self):
        return self._asked('tzname')

    def _repr_clock(self):
        parts = [self._hour, self._minute]
        if self._second or self._us:
            parts.append(self._second)
        if self._us:
            parts.append(self._us)
        parts = list(map(str, parts))
        if self._tzinfo is not None:
            parts.append(f'tzinfo={self._tzinfo!r}')
        if self._fold:
            parts.append('fold=1')
        return ', '.join(parts)

    def _compared(self, other, equal=False):
        """Keys of both, in one zone; None if they are not to be compared."""
        here, there = self.utcoffset(), other.utcoffset()
        if here == there:
            return self._key(), other._key()
        if here is None or there is None:
            if equal:
                return 1, 2
            kind = 'times' if isinstance(self, time) else 'datetimes'
            raise TypeError(f"can't compare offset-naive and offset-aware {kind}")
        return self._absolute(here), other._absolute(there)

    def __eq__(self, other):
        if not isinstance(other, self._family()):
            return NotImplemented
        mine, theirs = self._compared(other, True)
        return mine == theirs

    def __lt__(self, other):
        if not isinstance(other, self._family()):
            return NotImplemented
        mine, theirs = self._compared(other)
        return mine < theirs

    def __le__(self, other):
        if not isinstance(other, self._family()):
            return NotImplemented
        mine, theirs = self._compared(other)
        return mine <= theirs

    def __gt__(self, other):
        if not isinstance(other, self._family()):
            return NotImplemented
        mine, theirs = self._compared(other)
        return mine > theirs

    def __ge__(self, other):
        if not isinstance(other, self._family()):
            return NotImplemented
        mine, theirs = self._compared(other)
        return mine >= theirs

    def __hash__(self):
        offset = self.utcoffset()
        return hash(self._key() if offset is None else self._absolute(offset))


class time(_Clocked):
    __slots__ = '_hour', '_minute', '_second', '_us', '_tzinfo', '_fold'

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._set_clock(hour, minute, second, microsecond, tzinfo, fold)
        return self

    @classmethod
    def fromisoformat(cls, text):
        return cls(*_iso_fields(_read_time, text.removeprefix('T'), text))

    def _for_zone(self):
        return None

    def _family(self):
        return time

    def _key(self):
        return self._hour, self._minute, self._second, self._us

    def _absolute(self, offset):
        seconds = self._hour * 3600 + self._minute * 60 + self._second
        return timedelta(seconds=seconds, microseconds=self._us) - offset

    def isoformat(self, timespec='auto'):
        return _clock_text(self._hour, self._minute, self._second, self._us, timespec) + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return f'{_name(type(self))}({self._repr_clock()})'

    def strftime(self, format):
        fields = _clock.struct_time((1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))
        return _strftime(self, format, fields)

    def __format__(self, format):
        return self.strftime(format) if format else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(*[old if new is None else new for old, new in zip(self._key(), (hour, minute, second, microsecond))],
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    __replace__ = replace


time.min, time.max, time.resolution = time(0), time(23, 59, 59, 999999), timedelta(microseconds=1)


class datetime(_Clocked, date):
    __slots__ = '_hour', '_minute', '_second', '_us', '_tzinfo', '_fold'

    def __new__(cls, year=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_date(year, month, day)
        _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        self._set_clock(hour, minute, second, microsecond, tzinfo, fold)
        return self

    @classmethod
    def _from_us(cls, us, tzinfo=None):
        """From microseconds since the year 1 began."""
        days, us = divmod(us, 86400000000)
        if not 0 < days + 1 <= _MAX_ORDINAL:
            raise OverflowError('date value out of range')
        seconds, us = divmod(us, 1000000)
        return cls(*_from_ordinal(days + 1), seconds // 3600, seconds // 60 % 60, seconds % 60, us, tzinfo)

    def _us_since_1(self):
        return ((self.toordinal() - 1) * 86400 + self._hour * 3600 + self._minute * 60 + self._second) * 1000000 + self._us

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_zone(tz)
        try:
            made = cls._from_us(round(timestamp * 1e6 if isinstance(timestamp, float) and abs(timestamp) < 1e9
                                      else _exact_us(timestamp)) + (_EPOCH - 1) * 86400000000)
        except OverflowError:
            made = None
        if made is None:
            raise ValueError('year is out of range')
        return made if tz is None else tz.fromutc(made.replace(tzinfo=tz))

    @classmethod
    def utcfromtimestamp(cls, t):
        from warnings import warn
        warn('datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a future version. Use '
             'timezone-aware objects to represent datetimes in UTC: datetime.datetime.fromtimestamp(t, datetime.UTC).',
             DeprecationWarning, 2)
        return cls.fromtimestamp(t)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_clock.time(), tz)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        from warnings import warn
        warn('datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use '
             'timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).',
             DeprecationWarning, 2)
        return cls.now()

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        for length in 10, 8, 7:
            if len(text) == length or len(text) > length and not text[length].isdecimal() and text[length] not in '-:':
                break
        clock = _iso_fields(_read_time, text[length + 1:], text) if len(text) > length else ()
        return cls(*_iso_fields(_read_date, text[:length], text), *clock)

    @classmethod
    def strptime(cls, *given):
        if len(given) != 2:
            raise TypeError(f'strptime() takes exactly 2 arguments ({len(given)} given)')
        for number, what in enumerate(given, 1):
            if not isinstance(what, str):
                raise TypeError(f'strptime() argument {number} must be str, not {type(what).__name__}')
        from _strptime import _strptime_datetime
        return _strptime_datetime(cls, *given)

    def _for_zone(self):
        return self

    def _family(self):
        return datetime

    def _key(self):
        return self._us_since_1()

    def _absolute(self, offset):
        return self._us_since_1() - offset._total()

    def timestamp(self):
        offset = self.utcoffset()
        us = self._us_since_1() - (offset._total() if offset else 0) - (_EPOCH - 1) * 86400000000
        return us / 10**6

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._us, fold=self._fold)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._us, self._tzinfo, fold=self._fold)

    def timetuple(self):
        dst = self.dst()
        return self._fields(self._hour, self._minute, self._second, -1 if dst is None else int(bool(dst)))

    def utctimetuple(self):
        offset = self.utcoffset()
        moved = self - offset if offset else self
        return moved._fields(moved._hour, moved._minute, moved._second, 0)

    def astimezone(self, tz=None):
        tz = UTC if tz is None else tz
        _check_zone(tz)
        offset = self.utcoffset()
        utc = (self - offset if offset else self).replace(tzinfo=tz)
        return tz.fromutc(utc)

    def isoformat(self, sep='T', timespec='auto'):
        clock = _clock_text(self._hour, self._minute, self._second, self._us, timespec)
        return f'{date.isoformat(self)}{sep}{clock}{_offset_text(self.utcoffset())}'

    def __str__(self):
        return self.isoformat(' ')

    def __repr__(self):
        return f'{_name(type(self))}({self._year}, {self._month}, {self._day}, {self._repr_clock()})'

    def ctime(self):
        clock = _clock_text(self._hour, self._minute, self._second, 0, 'seconds')
        return date.ctime(self).replace('00:00:00', clock)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *, fold=None):
        old = self._year, self._month, self._day, self._hour, self._minute, self._second, self._us
        new = year, month, day, hour, minute, second, microsecond
        return type(self)(*[a if b is None else b for a, b in zip(old, new)],
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    __replace__ = replace

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)._from_us(self._us_since_1() + other._total(), self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._from_us(self._us_since_1() - other._total(), self._tzinfo)
        if not isinstance(other, datetime):
            return NotImplemented
        here, there = self.utcoffset(), other.utcoffset()
        if (here is None) != (there is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        apart = timedelta._of(self._us_since_1() - other._us_since_1())
        return apart if here == there else apart + there - here

    __eq__, __lt__, __le__ = _Clocked.__eq__, _Clocked.__lt__, _Clocked.__le__
    __hash__ = _Clocked.__hash__


def _exact_us(seconds):
    """Microseconds of a timestamp, half to even, from the float as it is."""
    if isinstance(seconds, int):
        return seconds * 1000000
    top, bottom = seconds.as_integer_ratio()
    return _divided(top * 1000000, bottom)


def _iso_fields(read, part, text):
    try:
        return read(part)
    except (ValueError, IndexError):
        pass
    raise ValueError(f'Invalid isoformat string: {text!r}')


def _digits(text):
    if not (text.isascii() and text.isdecimal()):
        raise ValueError
    return int(text)


def _read_date(text):
    dash = '-' if text[4] == '-' else ''
    rest = text[5:] if dash else text[4:]
    year = _digits(text[:4])
    if rest[0] == 'W':
        week, _, day = rest[1:].partition('-') if dash else (rest[1:3], '', rest[3:])
        when = date.fromisocalendar(year, _digits(week), _digits(day) if day else 1)
        return when.year, when.month, when.day
    month, day = (rest[:2], rest[3:]) if dash else (rest[:2], rest[2:])
    if len(day) != 2 or dash and rest[2] != '-':
        raise ValueError
    return year, _digits(month), _digits(day)


def _read_clock(text):
    head, dot, part = text.replace(',', '.').partition('.')
    if not head:
        raise ValueError
    pieces = head.split(':') if ':' in head else [head[i:i + 2] for i in range(0, len(head), 2)]
    if len(pieces) > 3 or dot and len(pieces) < 3 or any(len(piece) != 2 for piece in pieces) or dot and not part:
        raise ValueError
    fields = [_digits(piece) for piece in pieces] + [0] * (3 - len(pieces))
    return *fields, _digits(part[:6].ljust(6, '0')) if part else 0


def _read_time(text):
    at = next((i for i, char in enumerate(text) if char in '+-Z'), None)
    if at is None:
        return _read_clock(text)
    fields = _read_clock(text[:at])
    if text[at] == 'Z':
        if text[at + 1:]:
            raise ValueError
        return *fields, UTC
    hour, minute, second, us = _read_clock(text[at + 1:])
    offset = timedelta(hours=hour, minutes=minute, seconds=second, microseconds=us)
    return *fields, timezone(-offset if text[at] == '-' else offset)


datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
