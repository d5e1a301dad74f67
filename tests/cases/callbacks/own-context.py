# A callback runs in the context given, or in a copy of the adder's.
import asyncio
import contextvars

user = contextvars.ContextVar('user', default='nobody')

def show(future):
    print(future.result(), user.get())

async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    user.set('alice')
    context = contextvars.copy_context()
    future.add_done_callback(show)
    user.set('bob')
    future.add_done_callback(show)
    future.add_done_callback(show, context=context)
    user.set('carol')
    future.set_result('seen by')
    await asyncio.sleep(0)

asyncio.run(main())
