# A coroutine that is closed before it has begun keeps what it was called with for as long as it lives itself.
import asyncio, inspect
class T:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
async def f(t):
    await asyncio.sleep(1)
def g(t):
    yield t
async def a(t):
    yield t
for make in f, g:
    c = make(T(make.__name__))
    c.close()
    print('closed')
    if make is f:
        print(c.cr_frame, c.cr_code.co_name, c.cr_running, c.cr_await, inspect.getcoroutinestate(c))
    else:
        print(c.gi_frame, c.gi_code.co_name)
    del c
    print('gone')
async def main():
    x = a(T('a'))
    await x.aclose()
    print(x.ag_frame, x.ag_code.co_name)
    c = f(T('task'))
    c.close()
    t = asyncio.create_task(c)
    t.print_stack()
    try:
        await t
    except RuntimeError as error:
        print(repr(error), t)
    c = f(T('run'))
    c.close()
    try:
        await c
    except RuntimeError as error:
        print(repr(error))
    c = f(T('send'))
    await c
    print(c.cr_code.co_name, c.cr_frame)
asyncio.run(main())
