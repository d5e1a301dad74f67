# Programs that install signal handlers run; no signal ever comes.
import asyncio
import signal

async def main():
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in ('SIGINT', 'SIGTERM'):
        loop.add_signal_handler(getattr(signal, name), stop.set)
    print('press Ctrl+C to stop')
    try:
        await asyncio.wait_for(stop.wait(), 3)
    except TimeoutError:
        print('nobody pressed it')

asyncio.run(main())
