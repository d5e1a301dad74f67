"""Who leaves a lock on a closed loop cannot pass it on; who waited for it ends after what is garbage."""
import asyncio

lock = asyncio.Lock()


async def enters(name):
    try:
        async with lock:
            await asyncio.sleep(1)
    except BaseException as error:
        print(name, repr(error))


async def main():
    tell = lambda loop, context: print(context['message'])
    asyncio.get_running_loop().set_exception_handler(tell)
    tasks = [asyncio.create_task(enters(name)) for name in ('first', 'second')]
    await asyncio.sleep(0.1)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
