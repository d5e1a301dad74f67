import asyncio
from contextlib import asynccontextmanager


class Door:
    async def __aenter__(self):
        await asyncio.sleep(1)
        print("the door is open")
        return self

    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(1)
        print("the door is shut, after", kind and kind.__name__)
        return kind is ValueError


@asynccontextmanager
async def light():
    print("light on")
    yield
    print("light off")


async def main():
    async with Door(), light():
        print("inside")
    async with Door():
        raise ValueError("stumbled")
    print("main goes on")


asyncio.run(main())
