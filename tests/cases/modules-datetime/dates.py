from datetime import date, datetime, timedelta, time, timezone

d = date(2024, 2, 29)
print(d, repr(d), d.year, d.weekday(), d.isoweekday(), d.isoformat(), d.strftime('%d.%m.%y %A'), d + timedelta(days=1), d - date(2024, 1, 1), d.replace(year=2020))
print(date.today(), datetime.now(), datetime.fromisoformat('2024-05-06T07:08:09'), date.fromisoformat('2024-12-31'), d < date(2025, 1, 1), d.toordinal(), d.isocalendar())
t = datetime(2024, 1, 31, 23, 59, 59, 123456)
print(t, repr(t), t.date(), t.time(), t + timedelta(hours=1, milliseconds=5), t.strftime('%Y/%m/%d %H:%M:%S.%f %p %j'), t.timestamp() if t.tzinfo else 'naive')
print(datetime.strptime('06 May 2024 07:08', '%d %b %Y %H:%M'), datetime(2024, 1, 1, tzinfo=timezone.utc), datetime.now(timezone.utc).isoformat())
delta = timedelta(days=2, hours=5, minutes=-30)
print(delta, repr(delta), delta.total_seconds(), delta.days, delta.seconds, -delta, delta * 2, delta / 2, delta // timedelta(hours=1), timedelta(seconds=0.5), abs(-delta), timedelta(hours=25))
print(datetime(2024, 3, 1) - datetime(2024, 2, 1, 12), max(d, date(2023, 1, 1)), time(14, 30), time(1, 2, 3).isoformat(), f'{d:%B %Y}')
for bad in [lambda: date(2023, 2, 29), lambda: datetime(2024, 13, 1), lambda: datetime.strptime('x', '%Y'), lambda: d + 1, lambda: d < 5, lambda: date.fromisoformat('nope'), lambda: time(25), lambda: datetime.now() - datetime.now(timezone.utc)]:
    try:
        print(bad())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
