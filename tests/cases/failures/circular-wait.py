# Two tasks that wait for each other.
import asyncio

async def waits_for(name):
    await asyncio.sleep(1)
    print('awaiting', name)
    await tasks[name]

async def main():
    tasks['a'] = asyncio.create_task(waits_for('b'), name='a')
    tasks['b'] = asyncio.create_task(waits_for('a'), name='b')
    await tasks['a']

tasks = {}
asyncio.run(main())
