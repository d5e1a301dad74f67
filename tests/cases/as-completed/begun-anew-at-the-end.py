# Who goes on asking when the program is over has no loop, or another one, to wait on.
import asyncio


async def asks(turns):
    for coming in asyncio.as_completed([asyncio.sleep(0.1, 'a'), asyncio.sleep(5, 'b'), asyncio.sleep(5, 'c')]):
        try:
            print(await coming)
        except BaseException as error:
            print(type(error).__name__, error)


async def main():
    global task
    task = asyncio.create_task(asks(3))
    await asyncio.sleep(0.2)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
lock = asyncio.Lock()
lock.acquire().close()
waits = asyncio.Event().wait()
try:
    waits.send(None)
except AttributeError as error:
    print(error)
