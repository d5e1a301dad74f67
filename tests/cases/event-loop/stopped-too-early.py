# A loop stopped before the future is done.
import asyncio

async def main():
    asyncio.get_running_loop().stop()
    await asyncio.sleep(1)

loop = asyncio.new_event_loop()
task = loop.create_task(main())
try:
    loop.run_until_complete(task)
except RuntimeError as error:
    print(error)
print(task.done(), loop.time())
loop.run_until_complete(task)
print(task.done(), loop.time())
loop.close()
