import asyncio
import os
import signal
import threading
import time


async def main():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, stop.set)
    threading.Timer(1, os.kill, (os.getpid(), signal.SIGTERM)).start()
    await stop.wait()
    print(f'stopped at {loop.time():.1f}')

    def job():
        time.sleep(1)
        signal.raise_signal(signal.SIGINT)
        return 'job'

    print('begins')
    try:
        print(await asyncio.to_thread(job))
    except asyncio.CancelledError:
        print(f'cancelled at {loop.time():.1f}')
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print('interrupted')
