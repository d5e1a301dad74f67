# A parenthesis that is never closed.
import asyncio

async def main():
    print('hello'

asyncio.run(main())
