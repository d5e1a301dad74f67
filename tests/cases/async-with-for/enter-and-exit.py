# The order of __aenter__, body and __aexit__.
import asyncio

class Connection:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        print('connecting', self.name)
        await asyncio.sleep(0.5)
        return self

    async def __aexit__(self, kind, value, traceback):
        print('closing', self.name, kind, value, traceback is not None)
        await asyncio.sleep(0.25)

async def main():
    loop = asyncio.get_running_loop()
    async with Connection('a') as a, Connection('b') as b:
        print('inside', a.name, b.name, loop.time())
    print('outside', loop.time())
    try:
        async with Connection('c'):
            raise ValueError('broken')
    except ValueError as error:
        print('passed on:', error, loop.time())

asyncio.run(main())
