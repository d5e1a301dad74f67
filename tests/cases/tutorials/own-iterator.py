# 自定义异步迭代器与异步上下文管理器。
import asyncio

class 读取器:
    def __init__(self, 上限):
        self.数 = 0
        self.上限 = 上限

    async def __aenter__(self):
        print('打开')
        return self

    async def __aexit__(self, *异常):
        print('关闭')

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.数 == self.上限:
            raise StopAsyncIteration
        self.数 += 1
        await asyncio.sleep(0.1)
        return self.数

async def main():
    async with 读取器(3) as 读取:
        async for 值 in 读取:
            print('读到', 值)

asyncio.run(main())
