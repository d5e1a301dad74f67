# What a failed task shows as its stack: frames are where they are now.
import asyncio
async def f():
    raise ValueError('x')
async def g(n):
    await f()
async def main():
    t = asyncio.create_task(g(1))
    try:
        await t
    except ValueError as e:
        print(len(t.get_stack()))
    print(len(t.get_stack()))
    try:
        await asyncio.gather(t)
    except ValueError as e:
        print(len(t.get_stack()))
    print(len(t.get_stack()))
    t.exception()
    print(len(t.get_stack()))
    try:
        t.result()
    except ValueError as e:
        print(len(t.get_stack()))
    print(len(t.get_stack()))
    t = asyncio.create_task(g(1))
    await asyncio.wait([t])
    print(len(t.get_stack()))
    async def waits(t):
        try:
            await t
        except ValueError:
            print(len(t.get_stack()))
    t = asyncio.create_task(g(1))
    await asyncio.gather(waits(t), waits(t))
    print(len(t.get_stack()))
    t = asyncio.create_task(g(1))
    print(await asyncio.gather(t, return_exceptions=True))
    print(len(t.get_stack()))
    import sys
    t.print_stack(file=sys.stdout)
    try:
        await asyncio.wait_for(t, 1)
    except ValueError:
        t.print_stack(file=sys.stdout)
asyncio.run(main())
