# sleep can return a value; zero and negative delays only give way once.
import asyncio

async def other(log):
    log.append('other')

async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.sleep(0.5, 'slept well'), loop.time())
    for delay in (0, -1):
        log = []
        asyncio.create_task(other(log))
        print(await asyncio.sleep(delay, result=delay), log, loop.time())
    try:
        await asyncio.sleep(float('nan'))
    except ValueError as error:
        print(error)

asyncio.run(main())
