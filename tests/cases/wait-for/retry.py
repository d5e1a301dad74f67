# Three tries with growing patience.
import asyncio

async def server():
    await asyncio.sleep(2.5)
    return 'answer'

async def main():
    loop = asyncio.get_running_loop()
    for attempt, patience in enumerate((1, 2, 4), 1):
        try:
            answer = await asyncio.wait_for(server(), patience)
        except TimeoutError:
            print(f'attempt {attempt}: nothing after {patience} s ({loop.time()})')
        else:
            print(f'attempt {attempt}: {answer} ({loop.time()})')
            break

asyncio.run(main())
