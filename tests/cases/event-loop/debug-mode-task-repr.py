# Reprs in debug mode say where things were created.
import asyncio

async def work():
    await asyncio.sleep(1)

async def main():
    task = asyncio.create_task(work(), name='w')
    future = asyncio.get_running_loop().create_future()
    print(task)
    print(future)
    await task
    print(task)

asyncio.run(main(), debug=True)
