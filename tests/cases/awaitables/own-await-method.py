# An object with __await__, written as a generator.
import asyncio

class Countdown:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        while self.n:
            print('countdown', self.n)
            self.n -= 1
            yield
        return 'lift-off'

async def ticker():
    for n in range(2):
        print('tick', n)
        await asyncio.sleep(0)

async def main():
    task = asyncio.create_task(ticker())
    print(await Countdown(3))
    await task

asyncio.run(main())
