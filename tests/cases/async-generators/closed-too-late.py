"""A loop is closed before it has closed a generator that nobody held: that was never awaited, and so was a task's coroutine."""
import asyncio
async def stream():
    yield 1
async def co():
    pass
async def main():
    loop = asyncio.get_running_loop()
    flow = stream()
    loop.call_soon(lambda: loop.create_task(flow.aclose()))
    loop.call_soon(lambda: loop.create_task(co()))
    print('main ends')
loop = asyncio.new_event_loop()
loop.create_task(main()).add_done_callback(lambda t: loop.stop())
loop.run_forever()
loop.close()
print('end')
