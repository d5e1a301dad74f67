# Restarting a task that fails, but not for ever.
import asyncio

async def unstable(run):
    await asyncio.sleep(0.5)
    if run < 3:
        raise RuntimeError(f'crash in run {run}')
    return f'run {run} is stable'

async def supervise(make, most=5):
    for run in range(1, most + 1):
        task = asyncio.create_task(make(run), name=f'run-{run}')
        try:
            return await task
        except RuntimeError as error:
            print(f'{asyncio.get_running_loop().time():.1f} {task.get_name()}: {error}, restarting')
            await asyncio.sleep(run * 0.5)

print(asyncio.run(supervise(unstable)))
