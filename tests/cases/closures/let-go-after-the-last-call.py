# A function that was called and is held no more lets go of what it enclosed.
import asyncio


class Guest:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, 'leaves')


def greeter(name):
    guest = Guest(name)

    def greet(*_):
        print('hello', guest.name)
    return greet


def visit():
    greet = greeter('Ada')
    greet()
    greet = None
    print('the room is empty')


async def nothing():
    pass


async def main():
    asyncio.create_task(nothing()).add_done_callback(greeter('Grace'))
    await asyncio.sleep(1)
    print('a second later')


visit()
asyncio.run(main())
