# Eager tasks by create_task, gather, wait_for, wait, a group, and a constructor of one's own.
import asyncio
async def quick(n):
    print('quick', asyncio.current_task().get_name(), n); return n
async def bad():
    raise ValueError('no')
async def slow(n):
    print('slow', asyncio.current_task())
    await asyncio.sleep(n)
    print('slow again', asyncio.current_task().get_name())
    return n
async def selfcancel():
    asyncio.current_task().cancel()
    return 4
async def selfcancel2():
    asyncio.current_task().cancel()
    await asyncio.sleep(1)
async def spawn():
    t = asyncio.create_task(slow(0.5)); print('spawned', asyncio.current_task().get_name()); return await t
async def main():
    loop = asyncio.get_running_loop()
    print(asyncio.eager_task_factory.__name__, loop.get_task_factory())
    loop.set_task_factory(asyncio.eager_task_factory)
    a = asyncio.create_task(quick(1))
    print(a, a.get_coro(), a.get_name())
    b = asyncio.create_task(bad(), name='B')
    print(b.done(), repr(b))
    try: await b
    except ValueError as e: print('caught', e)
    c = asyncio.create_task(slow(1), name='C')
    print(c.get_name(), len(asyncio.all_tasks()))
    print(await c)
    d = asyncio.create_task(selfcancel()); print(d)
    e = asyncio.create_task(selfcancel2()); print(e)
    for x in (d, e):
        try: print(await x)
        except asyncio.CancelledError as er: print('cancelled', er.args)
    print(await asyncio.gather(quick(5), quick(6)))
    print(await asyncio.gather(slow(.1), quick(6), spawn()))
    print(await asyncio.wait_for(quick(7), 1))
    done, pending = await asyncio.wait([asyncio.create_task(quick(8)), asyncio.create_task(slow(.2))], return_when='FIRST_COMPLETED')
    print(len(done), len(pending))
    print(asyncio.current_task().get_name(), loop.time())
    t = asyncio.Task(quick(9), loop=loop, eager_start=True); print(t.done(), t.get_name())
    t = asyncio.Task(quick(10), loop=loop, name='x'); print(t.done(), t.get_name()); await t
    class T(asyncio.Task): pass
    f = asyncio.create_eager_task_factory(T)
    loop.set_task_factory(f)
    print(asyncio.create_task(quick(3)))
    async with asyncio.timeout(1):
        try:
            async with asyncio.TaskGroup() as g:
                g.create_task(slow(.3)); g.create_task(bad()); print('not here?')
        except* ValueError as eg: print(eg.exceptions)
asyncio.run(main())
