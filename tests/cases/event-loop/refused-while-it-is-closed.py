# Nobody ends the jobs of a loop that was stopped, so they end with the program. Its worker is closed while it waits
# in a queue, and the closed loop refuses to wake it: the refusal keeps its task until it is dealt with.
import asyncio


async def job():
    await asyncio.wait_for(asyncio.sleep(1), 2)
    try:
        await asyncio.wait_for(asyncio.sleep(1), 1)
    finally:
        print("job ends")


async def worker():
    try:
        async for done in asyncio.as_completed([asyncio.ensure_future(job())]):
            print("done")
    except Exception as error:
        print("worker:", error)


async def main():
    workers = [asyncio.create_task(worker())]


loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda loop, context: print(context["message"], context["task"].get_name()))
loop.create_task(main())
loop.call_later(1.5, loop.stop)
loop.run_forever()
loop.close()
print("end of the program")
