# Tasks that a closed loop leaves behind: their code ends, then each is reported.
import asyncio
async def work(n):
    try:
        await asyncio.sleep(10)
    finally:
        print('finally', n)
async def notstarted(): pass
async def forever():
    await asyncio.get_running_loop().create_future()
async def main():
    l = asyncio.get_running_loop()
    l.create_task(work(1), name='a')
    l.create_task(work(2), name='b')
    l.create_task(forever(), name='f')
    await asyncio.sleep(1)
    l.create_task(notstarted(), name='n')
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
print('closed')
