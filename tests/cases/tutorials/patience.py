# wait_for 超时，重试三次。
import asyncio
import random

async def 请求(编号):
    耗时 = random.choice([0.5, 1.5, 3])
    print(f'第 {编号} 次请求需要 {耗时} 秒')
    await asyncio.sleep(耗时)
    return '数据'

async def main():
    random.seed(7)
    for 编号 in range(1, 6):
        try:
            print('得到', await asyncio.wait_for(请求(编号), timeout=1))
            break
        except asyncio.TimeoutError:
            print(f'超时（{asyncio.get_running_loop().time()} 秒）')
    else:
        print('放弃')

asyncio.run(main())
