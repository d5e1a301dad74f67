# A queue and a timeout that meet at the same instant: is the item lost?
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()
    for delay in (0.9, 1, 1.1):
        begin = loop.time()
        loop.call_later(delay, queue.put_nowait, f'item after {delay}')
        try:
            print(await asyncio.wait_for(queue.get(), 1), round(loop.time() - begin, 6))
        except TimeoutError:
            print('timeout', round(loop.time() - begin, 6), queue)
        await asyncio.sleep(1)
        print('in the queue:', [queue.get_nowait() for _ in range(queue.qsize())])

asyncio.run(main())
