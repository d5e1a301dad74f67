# Timers of no delay come one turn after callbacks, in the order of creation.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    log = []
    loop.call_later(0, log.append, 'timer 1')
    loop.call_soon(log.append, 'soon 1')
    loop.call_at(loop.time(), log.append, 'timer 2')
    loop.call_soon(lambda: loop.call_soon(log.append, 'soon from soon'))
    loop.call_later(0, lambda: loop.call_soon(log.append, 'soon from timer'))
    for turn in range(4):
        log.append(f'turn {turn}')
        await asyncio.sleep(0)
    print(log)

asyncio.run(main())
