# A future with one, two and three callbacks.
import asyncio
import functools

def callback(future):
    pass

async def main():
    future = asyncio.get_running_loop().create_future()
    print(future)
    for added in (callback, functools.partial(callback), lambda future: None, print):
        future.add_done_callback(added)
        print(future)
    future.set_result(list(range(50)))
    print(future)
    text = asyncio.get_running_loop().create_future()
    text.set_result('x' * 300)
    print(len(repr(text)) < 300, repr(text)[:40])

asyncio.run(main())
