"""A coroutine for a loop that is closed is never awaited: it goes with the failure, wherever that is let go of."""
import asyncio
import threading
async def serve(n):
    pass
def job(loop):
    try:
        return asyncio.run_coroutine_threadsafe(serve(5), loop).result(1)
    finally:
        print('job over')
async def main():
    loop = asyncio.get_running_loop()
    other = asyncio.new_event_loop()
    other.close()
    try:
        await asyncio.to_thread(job, other)
    except RuntimeError as error:
        print(repr(error))
asyncio.run(main())
def plain():
    other = asyncio.new_event_loop()
    other.close()
    try:
        asyncio.run_coroutine_threadsafe(serve(5), other)
    finally:
        print('plain over')
try:
    plain()
except RuntimeError as error:
    print(repr(error))
print('end')
