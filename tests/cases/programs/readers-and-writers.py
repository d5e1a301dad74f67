# Many readers or one writer, from two locks.
import asyncio

class ReadWriteLock:
    def __init__(self):
        self.readers, self.entry, self.writing = 0, asyncio.Lock(), asyncio.Lock()

    async def read(self, name, seconds):
        async with self.entry:
            self.readers += 1
            if self.readers == 1:
                await self.writing.acquire()
        print(f'{asyncio.get_running_loop().time():.1f} {name} reads with {self.readers}')
        await asyncio.sleep(seconds)
        self.readers -= 1
        if not self.readers:
            self.writing.release()

    async def write(self, name, seconds):
        async with self.writing:
            print(f'{asyncio.get_running_loop().time():.1f} {name} writes')
            await asyncio.sleep(seconds)

async def main():
    book = ReadWriteLock()
    await asyncio.gather(book.read('r1', 1), book.read('r2', 2), book.write('w1', 1), book.read('r3', 0.5),
                         book.write('w2', 1))
    print(asyncio.get_running_loop().time())

asyncio.run(main())
