# 用 requests 一张一张地下载，再用 aiohttp 同时下载。
import asyncio
import time
import aiohttp
import requests

网址 = [f'https://example.com/图片/{n}.png' for n in range(1, 6)]

def 同步下载():
    for 地址 in 网址:
        内容 = requests.get(地址).content
        print('下载完成', 地址.rsplit('/', 1)[1], len(内容), '字节')

async def 下载(会话, 地址):
    print('发送请求', 地址.rsplit('/', 1)[1])
    async with 会话.get(地址) as 响应:
        内容 = await 响应.read()
        print('下载完成', 地址.rsplit('/', 1)[1], len(内容), '字节')

async def 异步下载():
    async with aiohttp.ClientSession() as 会话:
        await asyncio.gather(*[下载(会话, 地址) for 地址 in 网址])

起点 = time.time()
同步下载()
print('同步耗时 %.2f 秒' % (time.time() - 起点))
起点 = time.time()
asyncio.run(异步下载())
print('异步耗时 %.2f 秒' % (time.time() - 起点))
