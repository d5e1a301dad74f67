# One loop for several coroutines; tasks left over live on between them.
import asyncio

async def background():
    try:
        while True:
            print('background', asyncio.get_running_loop().time())
            await asyncio.sleep(1)
    finally:
        print('background ends')

async def start():
    return asyncio.create_task(background())

async def work(n):
    await asyncio.sleep(n)
    return n

with asyncio.Runner() as runner:
    task = runner.run(start())
    print(runner.run(work(1.5)))
    print(runner.run(work(1)))
    print(task.done(), runner.get_loop().is_running())
print('closed', task.cancelled())
