# 队列两端：生产快，消费慢。
import asyncio

async def 生产者(队列, 数量):
    for 编号 in range(1, 数量 + 1):
        await 队列.put(f'包子{编号}')
        print(f'生产 包子{编号}，库存 {队列.qsize()}')
        await asyncio.sleep(0.5)
    await 队列.put(None)

async def 消费者(队列):
    while True:
        商品 = await 队列.get()
        if 商品 is None:
            print('卖完了')
            break
        await asyncio.sleep(1)
        print(f'吃掉 {商品}')

async def main():
    队列 = asyncio.Queue(3)
    await asyncio.gather(生产者(队列, 5), 消费者(队列))
    print(f'{asyncio.get_running_loop().time():.1f} 秒')

asyncio.run(main())
