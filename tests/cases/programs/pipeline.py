# Three stages with queues between them.
import asyncio

async def stage(name, seconds, source, target):
    while True:
        item = await source.get()
        if item is None:
            await target.put(None)
            return
        await asyncio.sleep(seconds)
        print(f'{asyncio.get_running_loop().time():.1f} {name} {item}')
        await target.put(f'{name}({item})')

async def main():
    queues = [asyncio.Queue(maxsize=1) for _ in range(3)] + [asyncio.Queue()]
    async with asyncio.TaskGroup() as group:
        for n, (name, seconds) in enumerate((('cut', 0.2), ('fry', 0.5), ('pack', 0.1))):
            group.create_task(stage(name, seconds, queues[n], queues[n + 1]))
        for item in ('fish', 'egg', 'tofu', None):
            await queues[0].put(item)
    result = []
    while (item := queues[-1].get_nowait()) is not None:
        result.append(item)
    print(result)

asyncio.run(main())
