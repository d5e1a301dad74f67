# The event loop that is set outlives the program, and with it what frames of tasks that failed lead to.
import asyncio


async def fail():
    raise ValueError('kept by a timer')


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context['message']))
    loop.call_later(50, print, asyncio.create_task(fail()))
    await asyncio.sleep(1)
    future = loop.create_future()
    future.set_exception(OSError('kept by what the loop ran for'))
    return future

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(main()).done())
