# 忘了寫 await：協程沒有執行。
import asyncio

async def 煮水():
    print('水滾了')

async def main():
    煮水()
    await asyncio.sleep(1)
    print('怎麼沒有熱水？')

asyncio.run(main())
