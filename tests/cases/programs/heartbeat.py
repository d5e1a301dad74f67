# A heartbeat beside the work, cancelled at the end.
import asyncio
from contextlib import suppress

async def heartbeat(interval):
    beats = 0
    try:
        while True:
            await asyncio.sleep(interval)
            beats += 1
            print(f'{asyncio.get_running_loop().time():.1f} beat {beats}')
    except asyncio.CancelledError:
        print('the heart stops after', beats, 'beats')
        raise

async def main():
    heart = asyncio.create_task(heartbeat(0.5))
    await asyncio.sleep(2.2)
    print('work is done')
    heart.cancel()
    with suppress(asyncio.CancelledError):
        await heart

asyncio.run(main())
