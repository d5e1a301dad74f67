# interleave: removed=error
# No coroutines since 3.11, no empty set, no single task.
import asyncio

async def work():
    pass

async def main():
    coroutine = work()
    task = asyncio.create_task(work())
    for argument in ([coroutine], [], task, coroutine):
        try:
            await asyncio.wait(argument)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, '-', error)
    try:
        await asyncio.wait([task], return_when='SOMETIME')
    except ValueError as error:
        print(error)
    coroutine.close()

asyncio.run(main())
