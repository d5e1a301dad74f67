# A generator that is dropped half-way is closed by the loop, in a task of its own.
import asyncio

async def numbers(name):
    try:
        yield 1
        yield 2
    finally:
        print('finally of', name, 'in', asyncio.current_task().get_name())
        await asyncio.sleep(0.1)
        print(name, 'closed')

async def main():
    async for n in numbers('dropped'):
        break
    print('dropped')
    await asyncio.sleep(1)
    kept = numbers('kept')
    async for n in kept:
        break
    print('main ends')
    return kept

generator = asyncio.run(main())
print('run has returned')
