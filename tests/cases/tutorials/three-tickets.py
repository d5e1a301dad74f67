# 十二个任务，每次最多三个。
import asyncio
import time

信号量 = asyncio.Semaphore(3)

async def 任务(编号):
    async with 信号量:
        print(f'{time.strftime("%M:%S")} 任务 {编号} 开始')
        await asyncio.sleep(5)

async def main():
    await asyncio.wait([asyncio.create_task(任务(编号)) for 编号 in range(12)])
    print(time.strftime('%M:%S'), '全部完成')

asyncio.run(main())
