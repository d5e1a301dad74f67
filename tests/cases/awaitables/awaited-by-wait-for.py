# Own awaitables go everywhere: gather, wait_for, as_completed.
import asyncio

class After:
    def __init__(self, seconds, value):
        self.seconds, self.value = seconds, value

    def __await__(self):
        yield from asyncio.sleep(self.seconds).__await__()
        return self.value

async def main():
    print(await asyncio.gather(After(2, 'two'), After(1, 'one')))
    print(await asyncio.wait_for(After(0.1, 'quick'), 1))
    try:
        await asyncio.wait_for(After(5, 'slow'), 1)
    except TimeoutError:
        print('too slow')
    for next_one in asyncio.as_completed([After(0.2, 'b'), After(0.1, 'a')]):
        print(await next_one)
    print(asyncio.get_running_loop().time())

asyncio.run(main())
