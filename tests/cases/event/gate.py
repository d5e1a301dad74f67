# Many wait for one event.
import asyncio

async def runner(n, gun):
    print('runner', n, 'ready')
    print('runner', n, 'off at', await gun.wait() and asyncio.get_running_loop().time())

async def main():
    gun = asyncio.Event()
    print(gun)
    tasks = [asyncio.create_task(runner(n, gun)) for n in range(3)]
    await asyncio.sleep(2)
    print(gun)
    gun.set()
    print(gun)
    await asyncio.wait(tasks)
    await runner('late', gun)

asyncio.run(main())
