# An exception that a task was woken with keeps the frames that it has met until the step is over.
import asyncio

async def items():
    try:
        yield 1
    finally:
        print(asyncio.current_task().get_name(), 'closes')

async def work():
    await asyncio.sleep(0.3)

async def waits():
    flow = items()
    print(await flow.asend(None))
    try:
        await asyncio.wait_for(asyncio.create_task(work()), 0.3)
    except TimeoutError:
        print('late')

async def main():
    for each in asyncio.as_completed([waits()]):
        print(asyncio.current_task().get_name(), await each)

asyncio.run(main())
