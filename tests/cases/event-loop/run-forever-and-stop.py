# run_forever goes on until stop; callbacks ready by then still run.
import asyncio

def tick(loop, n):
    print('tick', n, loop.time())
    if n == 3:
        loop.call_soon(print, 'runs in the next run')
        loop.stop()
        print('stop was called')
    else:
        loop.call_later(1, tick, loop, n + 1)

loop = asyncio.new_event_loop()
loop.call_soon(tick, loop, 0)
loop.run_forever()
print('first run ended at', loop.time(), loop.is_running())
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
