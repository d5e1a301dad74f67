# task_done must be called once for each item.
import asyncio

async def main():
    queue = asyncio.Queue()
    await queue.join()
    print('nothing to wait for')
    queue.put_nowait(1)
    print(queue)
    await queue.get()
    queue.task_done()
    try:
        queue.task_done()
    except ValueError as error:
        print(error)

asyncio.run(main())
