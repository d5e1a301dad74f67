# set_default_executor and shutdown_default_executor.
import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor

def where():
    time.sleep(1)
    return threading.current_thread().name

async def main():
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(1, thread_name_prefix='only'))
    print(await asyncio.gather(*(loop.run_in_executor(None, where) for _ in range(3))), loop.time())
    try:
        loop.set_default_executor('pool')
    except TypeError as error:
        print(error)
    await loop.shutdown_default_executor()
    try:
        await loop.run_in_executor(None, where)
    except RuntimeError as error:
        print(error)

asyncio.run(main())
