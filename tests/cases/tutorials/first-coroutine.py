# 第一個協程：它會暫停，也會回傳。
import asyncio

async def 泡茶(茶名, 分鐘):
    print('放茶葉：', 茶名)
    await asyncio.sleep(分鐘)
    return f'一杯{茶名}'

async def 下午():
    杯 = 泡茶('冬瓜', 1)
    print('還沒泡：', type(杯).__name__)
    杯.close()
    print('端上', await 泡茶('烏龍', 3))
    print('端上', await 泡茶('普洱', 4))
    print('過了', asyncio.get_running_loop().time(), '分鐘')

asyncio.run(下午())
