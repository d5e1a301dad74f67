# interleave: start=16:41:11
import time
import datetime
print(time.strftime('%X'), time.time())
print(f'started at {time.strftime("%X")}')
time.sleep(2)
print(f'finished at {time.strftime("%X")}')
print(datetime.datetime.now(), datetime.datetime.now().time())
