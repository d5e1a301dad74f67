# asyncio.run wants a coroutine, not the function that makes one.
import asyncio

async def main():
    print('hello')

asyncio.run(main)
