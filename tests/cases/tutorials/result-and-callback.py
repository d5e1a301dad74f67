# 任务的返回值与回调函数。
import asyncio

async def 计算(x):
    print('等待', x, '秒')
    await asyncio.sleep(x)
    return f'{x} 秒后完成'

def 回调(任务):
    print('回调：', 任务.result())

async def main():
    任务 = asyncio.ensure_future(计算(2))
    任务.add_done_callback(回调)
    print(任务)
    print('状态：', 任务.done())
    await 任务
    print('状态：', 任务.done())
    print(任务)

asyncio.run(main())
