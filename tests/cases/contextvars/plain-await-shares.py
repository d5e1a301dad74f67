# A coroutine awaited directly shares the context; a task doesn't.
import asyncio
from contextvars import ContextVar

value = ContextVar('value', default=0)

async def increase():
    value.set(value.get() + 1)

async def main():
    await increase()
    print('after plain await', value.get())
    await asyncio.create_task(increase())
    print('after a task', value.get())
    await asyncio.wait_for(increase(), 1)
    print('after wait_for', value.get())
    await asyncio.gather(increase(), increase())
    print('after gather', value.get())

asyncio.run(main())
