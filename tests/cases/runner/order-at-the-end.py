# What run does at the end: cancel tasks, close async generators, shut the pool down.
import asyncio
import time

async def task():
    try:
        await asyncio.sleep(10)
    finally:
        print('1 task cancelled')

async def numbers():
    try:
        yield 1
    finally:
        print('2 generator closed')

def in_thread():
    time.sleep(1)
    print('3 thread ends', time.perf_counter())

async def main():
    left_over = asyncio.create_task(task())
    asyncio.get_running_loop().run_in_executor(None, in_thread)
    generator = numbers()
    await anext(generator)
    print('0 main ends')
    return generator

generator = asyncio.run(main())
print('4 run returned', time.perf_counter())
