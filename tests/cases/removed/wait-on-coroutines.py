# python: 3.10
# wait took bare coroutines and made tasks of them.
import asyncio

async def work(n):
    print('start', n)
    await asyncio.sleep(n)
    return n

async def main():
    done, pending = await asyncio.wait([work(1), work(2)], timeout=1.5)
    print(len(done), len(pending), [task.result() for task in done])

asyncio.run(main())
