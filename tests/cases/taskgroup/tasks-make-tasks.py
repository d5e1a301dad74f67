# A task of the group may add tasks to it, until the group has ended.
import asyncio

async def tree(group, depth, name):
    print('  ' * depth + name)
    if depth < 2:
        for branch in 'LR':
            group.create_task(tree(group, depth + 1, name + branch))
    await asyncio.sleep(0)

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(tree(group, 0, 'T'))
    coroutine = tree(group, 9, 'late')
    try:
        group.create_task(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()

asyncio.run(main())
