# A loop that is a thread's current one outlives the program with its handler, and so do the globals of that; but not a
# task that these led to until another task let go of a lock at its end.
import asyncio

lock = asyncio.Lock()


async def work():
    async with lock:
        await asyncio.sleep(9)


async def inner():
    for next_one in asyncio.as_completed([work()]):
        pass


async def main():
    await asyncio.gather(inner(), inner())


loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda loop, context: print(context['message'], context['task'].get_name()))
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
