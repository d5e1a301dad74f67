# A crawler: workers take addresses from a queue and put newly found ones in.
import asyncio

SITE = {'/': ['/a', '/b'], '/a': ['/c', '/'], '/b': ['/c', '/d'], '/c': ['/d'], '/d': []}

async def fetch(url):
    await asyncio.sleep(0.5 if url < '/c' else 0.2)
    return SITE[url]

async def worker(name, queue, seen):
    while True:
        url = await queue.get()
        try:
            for link in await fetch(url):
                if link not in seen:
                    seen.add(link)
                    queue.put_nowait(link)
            print(f'{asyncio.get_running_loop().time():.1f} {name} read {url}')
        finally:
            queue.task_done()

async def main():
    queue, seen = asyncio.Queue(), {'/'}
    queue.put_nowait('/')
    workers = [asyncio.create_task(worker(f'w{n}', queue, seen)) for n in range(2)]
    await queue.join()
    for task in workers:
        task.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print(sorted(seen), asyncio.get_running_loop().time())

asyncio.run(main())
