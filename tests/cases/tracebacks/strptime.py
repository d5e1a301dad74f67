# A text that isn't in the format: whose lines say so.
import time
import traceback
from datetime import datetime

readings = [
    lambda: datetime.strptime("06/13/2024", "%d/%m/%Y"),
    lambda: datetime.strptime("2024-01-02 10:30", "%Y-%m-%d"),
    lambda: datetime.strptime("2024", "%Q"),
    lambda: datetime.strptime("2024", "%Y %"),
    lambda: datetime.strptime(2024, "%Y"),
    lambda: datetime.strptime("2024"),
    lambda: time.strptime("10:75", "%H:%M"),
    lambda: time.strptime(1030, "%H%M"),
    lambda: datetime.strptime("29 Feb", "%d %b"),
    lambda: time.strptime("29.2.", "%d.%m."),
]
for read in readings:
    try:
        print(read())
    except (TypeError, ValueError):
        traceback.print_exc()
