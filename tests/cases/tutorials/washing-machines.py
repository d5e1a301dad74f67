# Three washing machines of different speeds.
import asyncio
import time

async def washing(name, minutes):
    print(f'{name}: loading at {time.strftime("%H:%M", time.gmtime(asyncio.get_running_loop().time() * 60))}')
    await asyncio.sleep(minutes)
    print(f'{name}: beep')
    return minutes

async def main():
    machines = {'A': 45, 'B': 30, 'C': 60}
    minutes = await asyncio.gather(*(washing(name, n) for name, n in machines.items()))
    print('machine time', sum(minutes), 'waiting time', asyncio.get_running_loop().time())

asyncio.run(main())
