import timeit
import time
from timeit import default_timer as timer

start = timer()
time.sleep(0.5)
print(timer() - start, timeit.default_timer())

def work():
    time.sleep(0.01)

print(round(timeit.timeit(work, number=5), 6), [round(t, 6) for t in timeit.repeat(work, number=2, repeat=3)])
print(round(timeit.timeit('time.sleep(.1)', setup='import time', number=3), 6))
print(round(timeit.timeit('f()', globals={'f': work}, number=10), 6), round(timeit.Timer(work).timeit(1), 6))
print(timeit.timeit('sum(range(10))', number=10))
