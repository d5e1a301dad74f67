# wait is a coroutine function: it looks at its arguments when it is awaited.
import asyncio
async def w(n): await asyncio.sleep(n); return n
async def main():
    c = asyncio.wait([asyncio.create_task(w(1))])
    print(asyncio.iscoroutinefunction(asyncio.wait), type(c).__name__, c.__qualname__)
    print(len((await c)[0]))
    t = asyncio.create_task(asyncio.wait([asyncio.create_task(w(1))]))
    print(t); await asyncio.sleep(0); print(t); await t
    for bad in ([], 5, w):
        try: await asyncio.wait(bad)
        except Exception as e: print(type(e).__name__, e)
    try: await asyncio.wait([asyncio.create_task(w(1))], return_when='X')
    except ValueError as e: print(e)
    await asyncio.wait([1])
asyncio.run(main())
