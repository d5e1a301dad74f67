# The error of a wake-up that a closed loop refused is the last to hold the task it was for: that dies with it, and in
# dying wakes the next.
import asyncio

condition = asyncio.Condition()


class Thing:
    def __del__(self):
        print('thing gone')


async def work(number):
    thing = Thing()
    for turn in range(2):
        print(number, 'begins')
        try:
            async with condition:
                await condition.wait()
        except Exception as error:
            print(number, repr(error), repr(error.__context__))


async def main():
    tasks = [asyncio.create_task(work(number)) for number in range(3)]
    await asyncio.sleep(0.1)
    return tasks[0].get_coro()


loop = asyncio.new_event_loop()
first = loop.run_until_complete(main())
loop.close()
first.close()
print('closed')
