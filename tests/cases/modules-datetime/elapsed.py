import time
from datetime import datetime, timedelta

start = datetime.now()
print(start, start.strftime('%H:%M:%S'))
time.sleep(1.25)
elapsed = datetime.now() - start
print(elapsed, elapsed.total_seconds(), elapsed > timedelta(seconds=1))
deadline = start + timedelta(seconds=3)
while datetime.now() < deadline:
    time.sleep(0.5)
    print(f'{(deadline - datetime.now()).total_seconds():.2f} left')
print(datetime.fromtimestamp(0), datetime.fromtimestamp(1704067200.5), datetime.utcfromtimestamp(0) if False else '', datetime(2024, 1, 1).timestamp())
print(sorted([datetime(2024, 5, 1), datetime(2023, 5, 1)])[0].year, {datetime(2024, 1, 1): 'new year'}[datetime(2024, 1, 1)])
