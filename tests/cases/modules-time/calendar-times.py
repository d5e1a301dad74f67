# Points in time as nine numbers; the place is in UTC.
import time

moment = time.gmtime(1_700_000_000)
print(moment)
print(moment.tm_year, moment[1], time.localtime(0).tm_zone, moment.tm_gmtoff, len(moment), moment[:3], moment == tuple(moment), moment > time.gmtime(0))
print(time.localtime(1_700_000_000) == moment, time.mktime(moment), time.asctime(moment), time.ctime(86400.5), time.asctime((2024, 2, 29, 23, 59, 60, 3, 60, -1)))
print(time.strftime("%Y-%m-%d %H:%M:%S %a %A %b %B %j %p %I %y %U %w %% %z", moment), time.strftime("", moment))
print(time.strptime("2024-02-29 10:11:12", "%Y-%m-%d %H:%M:%S")[:6], time.struct_time(range(9)).tm_yday, time.struct_time(iter(range(11)))[8])
print(time.timezone, time.altzone, time.daylight, time.tzname, time.tzset())
for name in "time", "monotonic", "perf_counter", "process_time", "thread_time":
    info = time.get_clock_info(name)
    print(name, info.adjustable, info.monotonic, info.implementation)
print(type(time.process_time_ns()), type(time.thread_time_ns()), time.gmtime(-1)[:6], time.gmtime(0.999)[5], time.gmtime(253402300799)[:6])


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except (TypeError, ValueError, OverflowError, OSError) as error:
        print(type(error).__name__, error, sep=": ")


attempt(time.sleep, -1)
attempt(time.sleep, float("nan"))
attempt(time.sleep, "1")
attempt(time.gmtime, "0")
attempt(time.gmtime, float("nan"))
attempt(time.gmtime, 1e30)
attempt(time.struct_time, (1, 2))
attempt(time.struct_time, range(12))
attempt(time.struct_time, 5)
attempt(time.mktime, 5)
attempt(time.mktime, (2024, 1, 1))
attempt(time.asctime, "text")
attempt(time.asctime, (2024, 13, 1, 0, 0, 0, 0, 1, 0))
attempt(time.asctime, (2024, 1, 32, 0, 0, 0, 0, 1, 0))
attempt(time.strftime, "%H", (2024, 1, 1, 24, 0, 0, 0, 1, 0))
attempt(time.strftime, "%M", (2024, 1, 1, 0, 60, 0, 0, 1, 0))
attempt(time.strftime, "%S", (2024, 1, 1, 0, 0, 62, 0, 1, 0))
attempt(time.strftime, "%j", (2024, 1, 1, 0, 0, 0, 0, 367, 0))
attempt(time.strftime, 5)
attempt(time.get_clock_info, "sundial")
attempt(time.get_clock_info, 5)
attempt(time.strptime, "abc", "%Y")
attempt(time.strptime, "2024x", "%Y")
