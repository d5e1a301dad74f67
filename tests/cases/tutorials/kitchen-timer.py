# A kitchen timer twice: with callbacks that set the next one, and with a coroutine.
import asyncio
import datetime

def now():
    return datetime.datetime.now().strftime('%H:%M:%S')

def count_down(loop, left):
    print(now(), left or 'ring!')
    if left:
        loop.call_later(1, count_down, loop, left - 1)
    else:
        loop.stop()

async def count_down_async(left):
    for n in range(left, 0, -1):
        print(now(), n)
        await asyncio.sleep(1)
    print(now(), 'ring!')

loop = asyncio.new_event_loop()
loop.call_soon(count_down, loop, 3)
loop.run_forever()
loop.close()
asyncio.run(count_down_async(3))
