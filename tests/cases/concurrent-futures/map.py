# map keeps the order of the arguments; its exceptions come when that result is asked for.
import time
from concurrent.futures import ThreadPoolExecutor

def reciprocal(n):
    time.sleep(abs(n))
    return 1 / n

with ThreadPoolExecutor(2) as pool:
    begin = time.perf_counter()
    print(list(pool.map(reciprocal, [2, 1, 4])), time.perf_counter() - begin)
    results = pool.map(reciprocal, [1, 0, 2])
    print(next(results))
    try:
        next(results)
    except ZeroDivisionError as error:
        print(error)
    print(list(results))
    print(list(pool.map(pow, [2, 3, 4], [5, 2])))
