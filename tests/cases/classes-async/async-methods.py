# Coroutines as methods, with state in the object.
import asyncio

class Counter:
    def __init__(self, name, step):
        self.name, self.step, self.value = name, step, 0

    async def run(self, times):
        for _ in range(times):
            await asyncio.sleep(self.step)
            self.value += 1
            print(self, asyncio.get_running_loop().time())
        return self

    def __repr__(self):
        return f'{self.name}={self.value}'

async def main():
    print(await asyncio.gather(Counter('a', 1).run(3), Counter('b', 2).run(2)))

asyncio.run(main())
