# SystemExit and KeyboardInterrupt come out of a group bare.
import asyncio

async def leave():
    await asyncio.sleep(1)
    raise SystemExit(7)

async def work():
    try:
        await asyncio.sleep(5)
    finally:
        print('work cancelled')

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(work())
        group.create_task(leave())

asyncio.run(main())
