# Who is asked to cancel asks what it awaits, which counts as looked at then, although it had failed before. The loop
# stops before the one that waits could look itself.
import asyncio


async def fails():
    await asyncio.sleep(0)
    raise ValueError('nobody looks')


async def waits(task):
    await task


async def main():
    failing = asyncio.create_task(fails())
    waiting = asyncio.create_task(waits(failing))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(failing.done(), waiting.done())
    print(waiting.cancel())
    loop.stop()


loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda loop, context: print(context['message']))
task = loop.create_task(main())
loop.run_forever()
loop.close()
print('over')
