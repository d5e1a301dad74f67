"""What is garbage when the program ends dies in the order in which it was made, futures and coroutines among tasks."""
import asyncio


def tell(loop, context):
    print(context['message'], repr(context.get('exception')))


class Guest:
    def __init__(self, name):
        self.name = name
        self.itself = self

    def __del__(self):
        print('gone:', self.name)


async def fails(what):
    raise KeyError(what)


async def waits(name):
    guest = Guest(name)
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        print('closed:', name)
        del guest.itself


async def brew():
    asyncio.get_running_loop().set_exception_handler(tell)
    future = asyncio.get_running_loop().create_future()
    future.set_exception(ZeroDivisionError('before the task'))
    task = asyncio.create_task(fails('tea'))
    other = asyncio.get_running_loop().create_future()
    other.set_exception(ZeroDivisionError('after the task'))
    raise OSError(nowhere)


async def main():
    task = asyncio.create_task(brew())
    await asyncio.shield(task)


def left_behind():
    coroutine = waits('early')
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(tell)
    guest = Guest('before the tasks')
    tasks = [loop.create_task(coroutine), loop.create_task(waits('late'))]
    loop.run_until_complete(asyncio.wait(tasks, timeout=0.1))


left_behind()
try:
    asyncio.run(asyncio.wait_for(main(), 4))
except NameError as error:
    print(repr(error))
