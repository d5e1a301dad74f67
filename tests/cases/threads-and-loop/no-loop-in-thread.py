# A thread has no loop unless it makes one.
import asyncio
import threading

def without():
    for function in (asyncio.get_running_loop, asyncio.get_event_loop):
        try:
            function()
        except RuntimeError as error:
            print(function.__name__, '-', error)

def with_own():
    loop = asyncio.new_event_loop()
    print(loop.run_until_complete(asyncio.sleep(1, 'slept in a thread')))
    loop.close()

for target in (without, with_own):
    thread = threading.Thread(target=target)
    thread.start()
    thread.join()
