"""Reads a time as a format tells: for time.strptime and datetime.strptime."""

_DAYS = 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'
_MONTHS = ('january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october',
           'november', 'december')
_SHORT = {'D': '%m/%d/%y', 'T': '%H:%M:%S', 'R': '%H:%M', 'F': '%Y-%m-%d', 'c': '%a %b %d %H:%M:%S %Y',
          'x': '%m/%d/%y', 'X': '%H:%M:%S', 'r': '%I:%M:%S %p'}
# Most digits, least and most value.
_NUMBERS = {'Y': (4, 0, 9999), 'm': (2, 1, 12), 'd': (2, 1, 31), 'H': (2, 0, 23), 'I': (2, 1, 12), 'M': (2, 0, 59),
            'S': (2, 0, 61), 'j': (3, 1, 366), 'y': (2, 0, 99), 'w': (1, 0, 6), 'u': (1, 1, 7), 'U': (2, 0, 53),
            'W': (2, 0, 53), 'V': (2, 0, 53), 'G': (4, 0, 9999)}
_NEEDED = "and a weekday directive ('%A', '%a', '%w', or '%u')."


class _Mismatch(Exception):
    pass


class _End(int):
    def end(self):
        return self


def _number(text, at, kind):
    most, low, high = _NUMBERS[kind]
    for length in range(most, 0, -1):
        piece = text[at:at + length]
        if len(piece) == length and piece.isdecimal() and low <= int(piece) <= high:
            if kind not in 'YG' or length == 4:
                return int(piece), at + length
    raise _Mismatch


def _word(text, at, words):
    low = text[at:].lower()
    for number, word in sorted(enumerate(words), key=lambda pair: -len(pair[1])):
        if low.startswith(word):
            return number, at + len(word)
    raise _Mismatch


def _zone(text, at):
    if text[at:at + 1] == 'Z':
        return 0, at + 1
    sign = {'+': 1, '-': -1}.get(text[at:at + 1])
    if sign is None:
        raise _Mismatch
    at += 1
    seconds, unit, first = 0, 3600, True
    while unit:
        start = at + (not first and text[at:at + 1] == ':')
        piece = text[start:start + 2]
        if len(piece) < 2 or not piece.isdecimal():
            if unit >= 60:
                raise _Mismatch
            break
        seconds, at, first = seconds + int(piece) * unit, start + 2, False
        unit //= 60
    return sign * seconds, at


def _fields(text, format):
    found, at, i = {}, 0, 0
    while i < len(format):
        char = format[i]
        i += 1
        if char.isspace():
            if not text[at:at + 1].isspace():
                raise _Mismatch
            while text[at:at + 1].isspace():
                at += 1
        elif char != '%':
            if text[at:at + 1].lower() != char.lower():
                raise _Mismatch
            at += 1
        else:
            kind = format[i:i + 1]
            i += 1
            if kind in _NUMBERS:
                found[kind], at = _number(text, at, kind)
            elif kind in ('a', 'A'):
                found['weekday'], at = _word(text, at, _DAYS if kind == 'A' else [day[:3] for day in _DAYS])
            elif kind in ('b', 'B', 'h'):
                number, at = _word(text, at, _MONTHS if kind == 'B' else [month[:3] for month in _MONTHS])
                found['m'] = number + 1
            elif kind == 'p':
                found['p'], at = _word(text, at, ('am', 'pm'))
            elif kind == 'f':
                end = at
                while end < at + 6 and text[end:end + 1].isdecimal():
                    end += 1
                if end == at:
                    raise _Mismatch
                found['f'], at = int(text[at:end].ljust(6, '0')), end
            elif kind == 'z':
                found['z'], at = _zone(text, at)
            elif kind == 'Z':
                number, at = _word(text, at, ('utc', 'gmt'))
                found['Z'] = ('UTC', 'GMT')[number]
            else:
                if text[at:at + 1] != '%':
                    raise _Mismatch
                at += 1
    return found, at


def _checked(format):
    known = set(_NUMBERS) | set('aAbBhpfzZ%')
    made, i = '', 0
    while i < len(format):
        char = format[i]
        i += 1
        if char == '%':
            kind = format[i:i + 1]
            i += 1
            if not kind:
                raise IndexError
            if kind in _SHORT:
                char = _SHORT[kind]
            elif kind not in known:
                raise KeyError(kind)
            else:
                char += kind
        made += char
    return made


def _weekday(found):
    """Counted from Monday."""
    if 'w' in found:
        return (found['w'] - 1) % 7
    return found['u'] - 1 if 'u' in found else found.get('weekday')


def _day_by_week(found, year, weekday):
    """The day of the year by a week's number and a weekday."""
    kind = 'W' if 'W' in found else 'U'
    from datetime import date
    first = date(year, 1, 1).weekday()
    if kind == 'U':
        first, weekday = (first + 1) % 7, (weekday + 1) % 7
    if found[kind] == 0:
        return 1 + weekday - first
    return 1 + (7 - first) % 7 + 7 * (found[kind] - 1) + weekday


def _date(found, year):
    """Year, month and day, by whatever tells them."""
    weekday = _weekday(found)
    from datetime import date
    if 'G' in found:
        if 'j' in found:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
        if 'V' not in found or weekday is None:
            raise ValueError(f"ISO year directive '%G' must be used with the ISO week directive '%V' {_NEEDED}")
    elif 'V' in found:
        if year is None or weekday is None:
            raise ValueError(f"ISO week directive '%V' must be used with the ISO year directive '%G' {_NEEDED}")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")
    day_of_year = found.get('j')
    if day_of_year is None and weekday is not None:
        if 'W' in found or 'U' in found:
            day_of_year = _day_by_week(found, 1900 if year is None else year, weekday)
        elif 'G' in found:
            whole = date.fromisocalendar(found['G'], found['V'], weekday + 1)
            return whole.year, whole.month, whole.day
    if day_of_year is not None:
        whole = date.fromordinal(date(year or 1900, 1, 1).toordinal() + day_of_year - 1)
        return whole.year, whole.month, whole.day
    return 1900 if year is None else year, found.get('m', 1), found.get('d', 1)


_read_before = set()


def _strptime(data_string, format):
    """What time.struct_time takes, the offset in seconds or None and the zone's name or None; microseconds."""
    for index, arg in enumerate([data_string, format]):
        if not isinstance(arg, str):
            msg = "strptime() argument {} must be str, not {}"
            raise TypeError(msg.format(index, type(arg)))  #@ 320
    try:
        directives = _checked(format)
    except KeyError as err:
        bad_directive = err.args[0]
        raise ValueError("'%s' is a bad directive in format '%s'" %  #@ 344+
                            (bad_directive, format)) from None
    except IndexError:
        raise ValueError("stray %% in format '%s'" % format) from None  #@ 348
    if format not in _read_before:
        _read_before.add(format)
        if '%d' in directives and not any(year in directives for year in ('%Y', '%y', '%G')):
            _warn_of_leap_days()
    try:
        found, end = _fields(data_string, directives)
    except _Mismatch:
        end = None
    if end is None:
        raise ValueError("time data %r does not match format %r" %  #@ 352+
                         (data_string, format))
    if end < len(data_string):
        found = _End(end)
        raise ValueError("unconverted data remains: %s" %  #@ 355+
                          data_string[found.end():])
    year = found.get('Y')
    if year is None and 'y' in found:
        year = found['y'] + (2000 if found['y'] < 69 else 1900)
    hour = found.get('H', 0)
    if 'I' in found:
        hour = found['I'] % 12 + 12 * found.get('p', 0)
    is_leap_day = year is None and (found.get('m'), found.get('d')) == (2, 29)
    year, month, day = _date(found, 1904 if is_leap_day else year)
    from datetime import date as datetime_date
    julian = datetime_date(year, month, day).toordinal() - datetime_date(year, 1, 1).toordinal() + 1
    weekday = datetime_date(year, month, day).weekday()
    tzname = found.get('Z')
    return (1900 if is_leap_day else year, month, day, hour, found.get('M', 0), found.get('S', 0),
            weekday, julian, 0 if tzname else -1, tzname, found.get('z')), found.get('f', 0), 0


def _warn_of_leap_days():
    from warnings import warn
    warn("""\
Parsing dates involving a day of month without a year specified is ambiguious
and fails to parse leap day. The default behavior will change in Python 3.15
to either always raise an exception or to use a different default year (TBD).
To avoid trouble, add a specific year to the input & format.
See https://github.com/python/cpython/issues/70647.""", DeprecationWarning, 5)


def _strptime_time(data_string, format='%a %b %d %H:%M:%S %Y'):
    from time import struct_time
    tt = _strptime(data_string, format)[0]  #@ 567
    return struct_time(tt[:9])


def _strptime_datetime(cls, data_string, format):
    tt, fraction, gmtoff_fraction = _strptime(data_string, format)  #@ 573
    tzname, offset = tt[9:]
    args = *tt[:6], fraction
    if offset is not None:
        from datetime import timedelta, timezone
        zone = timedelta(seconds=offset)
        args += timezone(zone, tzname) if tzname else timezone(zone),
    return cls(*args)  #@ 584
