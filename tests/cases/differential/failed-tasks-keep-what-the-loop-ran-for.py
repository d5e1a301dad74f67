# The frames of a task that failed lead back to `run_until_complete`, which has main's task in a variable.
import asyncio


class Guest:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, 'leaves')


failed = []


async def fail():
    1 / 0


async def fails():
    guest = Guest('Ada')
    raise KeyError(guest.name)


async def well(name):
    failed.append(asyncio.create_task(fail()))
    await asyncio.sleep(0)
    return Guest(name)


async def alone():
    guest = Guest('Alan')
    await asyncio.sleep(0)


def run(main):
    loop = asyncio.new_event_loop()
    try:
        loop.run_until_complete(main)
    except KeyError as error:
        print(repr(error))
    loop.close()
    print('after', main.__qualname__)


run(fails())
run(well('Grace'))
asyncio.run(well('Barbara'))
run(alone())
print([task.exception() for task in failed])
failed.clear()
print('the end')
