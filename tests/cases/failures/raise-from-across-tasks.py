# raise … from keeps the cause from another task.
import asyncio

class JobError(Exception):
    pass

async def load():
    await asyncio.sleep(0.1)
    raise FileNotFoundError('settings.json')

async def job():
    try:
        await asyncio.create_task(load())
    except FileNotFoundError as error:
        raise JobError('cannot start') from error

asyncio.run(job())
