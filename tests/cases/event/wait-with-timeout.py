# Polling an event with wait_for.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    loop.call_later(3.5, stop.set)
    beats = 0
    while not stop.is_set():
        try:
            await asyncio.wait_for(stop.wait(), 1)
        except TimeoutError:
            beats += 1
            print('beat', beats, loop.time())
    print('stopped', loop.time())

asyncio.run(main())
