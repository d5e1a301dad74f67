# future 像信箱：一個任務等信，另一個任務兩秒後投信。
import asyncio

async def 郵差(信箱):
    await asyncio.sleep(2)
    print('投信')
    信箱.set_result('生日快樂')

async def 收信人(信箱):
    print('看看信箱：', 信箱)
    print('收到：', await 信箱)
    print('看看信箱：', 信箱)

async def main():
    信箱 = asyncio.get_running_loop().create_future()
    await asyncio.gather(收信人(信箱), 郵差(信箱))

asyncio.run(main())
