# When the program is over, pools of threads take no more jobs.
import atexit
from concurrent.futures import ThreadPoolExecutor


def job(n):
    return n * n


class Late:
    def __del__(self):
        try:
            with ThreadPoolExecutor() as pool:
                print(list(pool.map(job, range(3))))
        except RuntimeError as error:
            print('too late:', error)


def at_the_end():
    try:
        ThreadPoolExecutor().submit(job, 1)
    except RuntimeError as error:
        print(error)


atexit.register(at_the_end)
late = Late()
with ThreadPoolExecutor() as pool:
    print(pool.submit(job, 3).result())
