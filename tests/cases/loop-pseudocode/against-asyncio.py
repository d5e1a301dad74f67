# The same three jobs in a hand-made loop and in asyncio give the same order.
import asyncio

async def job(name, pauses, log):
    for n in range(pauses):
        log.append(f'{name}{n}')
        await asyncio.sleep(0)

def hand_made(jobs):
    queue = list(jobs)
    while queue:
        current = queue.pop(0)
        try:
            current.send(None)
        except StopIteration:
            pass
        else:
            queue.append(current)

async def with_asyncio(jobs):
    await asyncio.gather(*jobs)

ours, theirs = [], []
hand_made(job(name, n, ours) for name, n in (('a', 3), ('b', 1), ('c', 2)))
asyncio.run(with_asyncio(job(name, n, theirs) for name, n in (('a', 3), ('b', 1), ('c', 2))))
print(ours)
print(ours == theirs)
