import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def ring(name, seconds):
    time.sleep(seconds)
    return f"{name} rang after {seconds} s"


with ThreadPoolExecutor(max_workers=3) as pool:
    first = pool.submit(ring, "alarm", 3)
    print(first)
    bells = [first, pool.submit(ring, "phone", 1), pool.submit(ring, "door", 2)]
    for bell in as_completed(bells):
        print(bell.result())
    print(first.done())
    print(list(pool.map(len, ["a", "bb", "ccc"])))
