# The exit of a context fails while an exception is on its way.
import asyncio

class Door:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *exception):
        raise RuntimeError('the door is stuck')

async def main():
    async with Door():
        raise ValueError('fire')

asyncio.run(main())
