import datetime

for make in (
    lambda: datetime.date(),
    lambda: datetime.date(2024),
    lambda: datetime.date(2024, day=1),
    lambda: datetime.datetime(2024, 5),
    lambda: datetime.datetime(month=5, day=6),
):
    try:
        print(make())
    except TypeError as error:
        print(error)
