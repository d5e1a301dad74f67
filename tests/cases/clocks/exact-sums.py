# Delays are whole nanoseconds: what ends together on paper ends together here.
import asyncio

async def chain(name, *delays):
    for delay in delays:
        await asyncio.sleep(delay)
    print(name, asyncio.get_running_loop().time())

async def main():
    await asyncio.gather(
        chain('.1 + .2', 0.1, 0.2),
        chain('.3', 0.3),
        chain('.7 + .1', 0.7, 0.1),
        chain('ten tenths', *[0.1] * 10),
        chain('one', 1),
        chain('a third', 1 / 3),
        chain('tiny', 1e-9),
        chain('too tiny', 1e-10),
    )

asyncio.run(main())
