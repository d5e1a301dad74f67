# What a loop refuses: running twice, running when closed, closing when running.
import asyncio

async def nothing():
    pass

async def main():
    loop = asyncio.get_running_loop()
    other = asyncio.new_event_loop()
    for run in (loop.run_until_complete, other.run_until_complete, asyncio.run):
        coroutine = nothing()
        try:
            run(coroutine)
        except RuntimeError as error:
            print(error)
        coroutine.close()
    other.close()
    try:
        loop.close()
    except RuntimeError as error:
        print(error)

asyncio.run(main())
loop = asyncio.new_event_loop()
loop.close()
loop.close()
for attempt in (loop.run_forever, lambda: loop.call_soon(print), lambda: loop.call_later(1, print)):
    try:
        attempt()
    except RuntimeError as error:
        print(error)
print(loop)
