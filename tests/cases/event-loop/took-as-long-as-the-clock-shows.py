"""Debug mode asks the clock before and after a step: a tenth of a second may be a little less, as floats are."""
import asyncio
import time


async def main():
    for start in (0.05, 0.35, 0.1, 0.7):
        await asyncio.sleep(start)
        time.sleep(0.1)
        print(asyncio.get_running_loop().time())


asyncio.run(main(), debug=True)
