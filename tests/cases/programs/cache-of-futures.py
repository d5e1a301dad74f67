# The same with a dictionary of tasks.
import asyncio

tasks = {}

async def load(key):
    print('loading', key)
    await asyncio.sleep(1)
    if key == 'bad':
        raise KeyError(key)
    return len(key)

def get(key):
    if key not in tasks:
        tasks[key] = asyncio.create_task(load(key))
    return tasks[key]

async def main():
    print(await asyncio.gather(get('one'), get('three'), get('one')))
    print(await asyncio.gather(get('bad'), get('bad'), return_exceptions=True))

asyncio.run(main())
