# With a frame its variables die, one after the other: what tells of a task comes where the task stood among them.
import asyncio


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, 'is gone')


async def fails():
    thing = Thing('what the task held')
    raise ValueError('nobody looked')


async def waits():
    thing = Thing('what the other task held')
    await asyncio.get_running_loop().create_future()


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context['message']))
    first = Thing('first')
    failed = asyncio.create_task(fails())
    second = Thing('second')
    waiting = asyncio.create_task(waits())
    third = Thing('third')
    future = loop.create_future()
    future.set_exception(ValueError('nobody looks'))
    last = Thing('last')
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
print('main has ended')
loop.close()
