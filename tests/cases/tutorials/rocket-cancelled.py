# 取消一個任務，並在 finally 收拾。
import asyncio

async def 倒數(n):
    try:
        while n:
            print('倒數', n)
            n -= 1
            await asyncio.sleep(1)
        print('發射！')
    except asyncio.CancelledError as 錯誤:
        print('被取消：', 錯誤)
        raise
    finally:
        print('收拾現場')

async def main():
    任務 = asyncio.create_task(倒數(5), name='火箭')
    await asyncio.sleep(2.5)
    任務.cancel('天氣不好')
    try:
        await 任務
    except asyncio.CancelledError:
        print(任務.get_name(), '已取消', 任務.cancelled())

asyncio.run(main())
