# Reprs of handles, timers and the loop itself.
import asyncio

class Clock:
    def tick(self, n):
        pass

def work(a, b=2):
    pass

async def main():
    loop = asyncio.get_running_loop()
    print(loop.call_soon(work, 1))
    print(loop.call_later(5, work, 1, 2))
    print(loop.call_at(7.5, Clock().tick, 1))
    print(loop.call_soon(print, 'text'))
    print(loop.call_soon(lambda: None))
    handle = loop.call_later(1, work)
    handle.cancel()
    print(handle, handle.when())
    print(loop)

asyncio.run(main())
