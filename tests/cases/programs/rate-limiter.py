# A token bucket: three at once, then one per half second.
import asyncio

class TokenBucket:
    def __init__(self, rate, capacity):
        self.rate, self.capacity, self.tokens = rate, capacity, capacity
        self.updated = asyncio.get_running_loop().time()
        self.lock = asyncio.Lock()

    async def take(self):
        async with self.lock:
            loop = asyncio.get_running_loop()
            now = loop.time()
            self.tokens = min(self.capacity, self.tokens + (now - self.updated) * self.rate)
            self.updated = now
            if self.tokens < 1:
                wait = (1 - self.tokens) / self.rate
                await asyncio.sleep(wait)
                self.updated = loop.time()
                self.tokens = 1
            self.tokens -= 1

async def call(n, bucket):
    await bucket.take()
    print(f'{asyncio.get_running_loop().time():.2f} call {n}')

async def main():
    bucket = TokenBucket(rate=2, capacity=3)
    await asyncio.gather(*(call(n, bucket) for n in range(8)))

asyncio.run(main())
