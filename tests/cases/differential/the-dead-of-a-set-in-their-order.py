# What only the sets of `wait` still have dies in the order in which it came to them.
import asyncio


async def goes_well():
    pass


async def fails(number):
    raise ValueError(number)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(repr(context['exception'])))
    for turn in range(4):
        tasks = [asyncio.create_task(goes_well()), asyncio.create_task(fails(1)), asyncio.create_task(fails(2))]
        done, pending = await asyncio.wait(tasks)
        print(turn, len(done))
        del tasks, done
        # From turn to turn they have other numbers.
        await asyncio.create_task(asyncio.sleep(0))


asyncio.run(main())
