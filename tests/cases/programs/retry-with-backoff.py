# Retrying with growing, jittered pauses; the random numbers are those of the seed.
import asyncio
import random

class Flaky:
    def __init__(self, failures):
        self.left = failures

    async def call(self):
        await asyncio.sleep(0.1)
        if self.left:
            self.left -= 1
            raise ConnectionError(f'{self.left} failures left')
        return 'ok'

async def retry(function, attempts=5, base=0.5):
    for attempt in range(attempts):
        try:
            return await function()
        except ConnectionError as error:
            if attempt == attempts - 1:
                raise
            pause = base * 2 ** attempt + random.uniform(0, 0.1)
            print(f'{asyncio.get_running_loop().time():.3f} {error}; next try in {pause:.3f}')
            await asyncio.sleep(pause)

async def main():
    random.seed(1)
    print(await retry(Flaky(3).call))
    try:
        await retry(Flaky(9).call, attempts=2)
    except ConnectionError as error:
        print('gave up:', error)

asyncio.run(main())
