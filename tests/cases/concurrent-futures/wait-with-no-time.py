# A wait of no time at all looks, and gives nobody else a turn.
import concurrent.futures
import time


def job(n):
    print('begins', n)
    time.sleep(0)
    print('ends', n)


with concurrent.futures.ThreadPoolExecutor() as pool:
    jobs = [pool.submit(job, n) for n in range(3)]
    done, rest = concurrent.futures.wait(jobs, timeout=0)
    print([job in done for job in jobs], len(rest))
    done, rest = concurrent.futures.wait(jobs)
    print(len(done), len(rest))
