# With return_exceptions=True exceptions are results like others.
import asyncio

async def divide(a, b):
    await asyncio.sleep(b)
    return a / b

async def main():
    results = await asyncio.gather(*(divide(6, n) for n in (3, 0, 2)), return_exceptions=True)
    for result in results:
        if isinstance(result, Exception):
            print('failed:', repr(result))
        else:
            print('result:', result)
    print(asyncio.get_running_loop().time())

asyncio.run(main())
