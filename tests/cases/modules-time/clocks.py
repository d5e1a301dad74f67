import time

print(time.time(), time.monotonic(), time.perf_counter())
time.sleep(1.5)
print(time.time(), time.monotonic(), time.perf_counter(), time.perf_counter_ns(), time.time_ns())
start = time.perf_counter()
time.sleep(0.25)
print(f'{time.perf_counter() - start:.2f}', time.process_time() == 0 or 'cpu')
print(time.gmtime(0)[:6], time.gmtime().tm_year, time.localtime().tm_hour, time.strftime('%Y-%m-%d %H:%M:%S'), time.ctime())
print(time.strftime('%a %d %b %j %I %p', time.gmtime(86400 * 45)), time.mktime(time.gmtime(1000)), time.asctime(time.gmtime(0)))
t = time.strptime('2024-02-29 12:30', '%Y-%m-%d %H:%M')
print(t.tm_mon, t.tm_wday, t.tm_yday, time.timezone, time.tzname)
for bad in [lambda: time.sleep(-1), lambda: time.sleep('1')]:
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
