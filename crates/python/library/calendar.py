"""Months as tables of days."""
from datetime import date


class Day(int):
    __str__ = int.__repr__

    def __repr__(self):
        return f'calendar.{day_name[self].upper()}'


MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = map(Day, range(7))
day_name = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
month_name = ['', 'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
              'November', 'December']
day_abbr, month_abbr = [name[:3] for name in day_name], [name[:3] for name in month_name]


def isleap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    return sum(map(isleap, range(y1, y2)))


def weekday(year, month, day):
    return Day(date(year, month, day).weekday())


def monthrange(year, month):
    if not 1 <= month <= 12:
        raise ValueError(f'bad month number {month!r}; must be 1-12')
    days = 28 + isleap(year) if month == 2 else 30 + (month in (1, 3, 5, 7, 8, 10, 12))
    return weekday(year, month, 1), days


def monthcalendar(year, month):
    first, days = monthrange(year, month)
    cells = [0] * first + list(range(1, days + 1))
    cells += [0] * (-len(cells) % 7)
    return [cells[at:at + 7] for at in range(0, len(cells), 7)]


def month(theyear, themonth, w=0, l=0):
    w = max(2, w)
    lines = [f'{month_name[themonth]} {theyear}'.center(7 * (w + 1) - 1).rstrip(),
             ' '.join(name[:w].center(w) for name in day_abbr)]
    for week in monthcalendar(theyear, themonth):
        lines.append(' '.join(f'{day:2d}'.center(w) if day else ' ' * w for day in week).rstrip())
    return '\n'.join(lines) + '\n'


def prmonth(theyear, themonth, w=0, l=0):
    print(month(theyear, themonth, w, l), end='')


def timegm(tuple):
    year, month, day, hour, minute, second = tuple[:6]
    days = date(year, month, 1).toordinal() - 719163 + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second
