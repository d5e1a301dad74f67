# shield of something that is done gives it back unchanged.
import asyncio

async def main():
    task = asyncio.create_task(asyncio.sleep(0, 'x'))
    await task
    print(asyncio.shield(task) is task)
    pending = asyncio.create_task(asyncio.sleep(1, 'y'))
    shielded = asyncio.shield(pending)
    print(shielded is pending, shielded)
    print(await shielded, shielded)

asyncio.run(main())
