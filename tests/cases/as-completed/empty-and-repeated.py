# as_completed of nothing, and of the same task twice.
import asyncio

async def work(n):
    await asyncio.sleep(n)
    return n

async def main():
    print([await result for result in asyncio.as_completed([])])
    task = asyncio.create_task(work(1))
    print([await result for result in asyncio.as_completed([task, task])])
    for wrong in (work(1), task):
        try:
            asyncio.as_completed(wrong)
        except TypeError as error:
            print(error)
        if asyncio.iscoroutine(wrong):
            wrong.close()

asyncio.run(main())
