# An await that finds its result ready does not let others run.
import asyncio

async def immediate(n):
    return n

async def other():
    print('other runs')

async def main():
    task = asyncio.create_task(other())
    for n in range(3):
        print('immediate', await immediate(n))
    print('now a real pause')
    await asyncio.sleep(0)
    print(task.done())

asyncio.run(main())
