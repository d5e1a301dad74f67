# A variable called asyncio hides the module.
import asyncio

async def main():
    asyncio = 'my favourite module'
    await asyncio.sleep(1)

asyncio.run(main())
