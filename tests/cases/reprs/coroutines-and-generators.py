# Coroutines, generators and functions as they print.
import asyncio

class Service:
    async def run(self):
        pass

async def outer():
    async def inner():
        pass
    return inner()

async def numbers():
    yield 1

async def main():
    things = [Service().run(), await outer(), numbers(), (n for n in 'ab'), (n async for n in numbers()), main]
    for thing in things:
        print(thing)
    for thing in things[:2]:
        thing.close()

asyncio.run(main())
