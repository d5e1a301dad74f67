# Cancelling the loop's future cancels the waiting job, and the job's callbacks hear of it.
import asyncio, time
from concurrent.futures import ThreadPoolExecutor
async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(1) as pool:
        a = pool.submit(time.sleep, 2)
        b = pool.submit(print, 'never')
        b.add_done_callback(lambda f: print('callback', f.cancelled()))
        w = asyncio.wrap_future(b)
        await asyncio.sleep(.5)
        print(w.cancel())
        try: await w
        except asyncio.CancelledError: print('cancelled')
        await asyncio.sleep(0)
        print(b.cancelled(), b.running(), a.running())
asyncio.run(main())
