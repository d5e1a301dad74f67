# super() in async methods, and an abstract one.
import asyncio
from abc import ABC, abstractmethod

class Source(ABC):
    @abstractmethod
    async def fetch(self): ...

    async def fetch_twice(self):
        return await asyncio.gather(self.fetch(), self.fetch())

class Slow(Source):
    async def fetch(self):
        await asyncio.sleep(1)
        return type(self).__name__

class Logged(Slow):
    async def fetch(self):
        print('fetching …')
        return 'logged ' + await super().fetch()

async def main():
    print(await Slow().fetch_twice(), await Logged().fetch_twice())
    try:
        Source()
    except TypeError as error:
        print(error)

asyncio.run(main())
