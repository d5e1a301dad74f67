# gather without await: the jobs begin in the background and are cancelled with the rest.
import asyncio

async def job(n):
    print('job', n, 'begins')
    await asyncio.sleep(n)
    print('job', n, 'ends')

async def main():
    asyncio.gather(job(1), job(3))
    await asyncio.sleep(2)
    print('main ends')

asyncio.run(main())
