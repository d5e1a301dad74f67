# A forgotten await: nothing runs, and Python says so.
import asyncio

async def work():
    print('never printed')

async def main():
    work()
    print('main ends')

asyncio.run(main())
