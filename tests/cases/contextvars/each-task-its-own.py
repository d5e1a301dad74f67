# A task gets a copy of the context at its creation.
import asyncio
import contextvars

request_id = contextvars.ContextVar('request_id', default='none')

async def handle(n):
    print('task', n, 'begins with', request_id.get())
    request_id.set(f'request-{n}')
    await asyncio.sleep(1 / n)
    print('task', n, 'still has', request_id.get())

async def main():
    request_id.set('main')
    await asyncio.gather(*(handle(n) for n in (1, 2, 3)))
    print('main has', request_id.get())

asyncio.run(main())
print('outside', request_id.get())
