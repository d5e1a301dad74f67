# asyncio.sleep without await does not sleep.
import asyncio

async def main():
    for n in range(2):
        print(n, asyncio.get_running_loop().time())
        asyncio.sleep(1)

asyncio.run(main())
