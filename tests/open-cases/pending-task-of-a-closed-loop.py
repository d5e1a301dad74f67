# A task that waits for a gather within wait_for dies with its loop: its coroutine is still there when that is told.
import asyncio
class Serve1:
    async def work(self):
        both = asyncio.gather(asyncio.sleep(0.5))
        print(await asyncio.wait_for(both, 1))
async def main():
    waiting = asyncio.create_task(Serve1().work())
    await asyncio.sleep(0.5)
loop = asyncio.new_event_loop()
task = loop.create_task(main())
task.add_done_callback(lambda task: loop.stop())
loop.run_forever()
loop.close()
