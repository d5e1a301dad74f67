# run_until_complete, several times on one loop; what was begun goes on.
import asyncio

async def background():
    for n in range(10):
        print('background', n, loop.time())
        await asyncio.sleep(1)

async def foreground(seconds):
    await asyncio.sleep(seconds)
    return f'slept {seconds}'

loop = asyncio.new_event_loop()
task = loop.create_task(background())
print(loop.run_until_complete(foreground(1.5)))
print('between', task.done())
print(loop.run_until_complete(foreground(2)))
task.cancel()
try:
    loop.run_until_complete(task)
except asyncio.CancelledError:
    print('cancelled')
loop.close()
