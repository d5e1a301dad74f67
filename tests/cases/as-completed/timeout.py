# With a timeout the rest of the results raises TimeoutError.
import asyncio

async def work(n):
    await asyncio.sleep(n)
    return n

async def main():
    tasks = [asyncio.create_task(work(n)) for n in (1, 2, 3, 4)]
    try:
        for coroutine in asyncio.as_completed(tasks, timeout=2.5):
            print(await coroutine)
    except TimeoutError as error:
        print(repr(error), asyncio.get_running_loop().time())
    print([task.done() for task in tasks])

asyncio.run(main())
