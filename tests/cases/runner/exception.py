# After an exception a runner is still of use.
import asyncio

async def fail():
    await asyncio.sleep(1)
    raise ValueError('first run fails')

async def succeed():
    return asyncio.get_running_loop().time()

with asyncio.Runner() as runner:
    try:
        runner.run(fail())
    except ValueError as error:
        print(error)
    print(runner.run(succeed()))
