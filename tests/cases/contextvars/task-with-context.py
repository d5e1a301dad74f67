# create_task(context=…): tasks that share one context on purpose.
import asyncio
import contextvars

total = contextvars.ContextVar('total', default=0)

async def add(n):
    total.set(total.get() + n)
    await asyncio.sleep(0)
    return total.get()

async def main():
    shared = contextvars.copy_context()
    tasks = [asyncio.create_task(add(n), context=shared) for n in (1, 2, 3)]
    print(await asyncio.gather(*tasks))
    print(shared[total], total.get())
    asyncio.get_running_loop().call_soon(print, 'in callback:', total.get(), context=shared)
    await asyncio.sleep(0)

asyncio.run(main())
