# A pool of two connections for five queries.
import asyncio
from contextlib import asynccontextmanager

class Pool:
    def __init__(self, size):
        self.free = asyncio.LifoQueue()
        for n in range(size):
            self.free.put_nowait(f'connection {n}')

    @asynccontextmanager
    async def connection(self):
        connection = await self.free.get()
        try:
            yield connection
        finally:
            self.free.put_nowait(connection)

async def query(n, pool):
    async with pool.connection() as connection:
        print(f'{asyncio.get_running_loop().time():.1f} query {n} on {connection}')
        await asyncio.sleep(1 + n / 10)
        if n == 2:
            raise RuntimeError('bad query')
        return n

async def main():
    pool = Pool(2)
    print(await asyncio.gather(*(query(n, pool) for n in range(5)), return_exceptions=True))
    print(pool.free.qsize(), 'connections are back')

asyncio.run(main())
