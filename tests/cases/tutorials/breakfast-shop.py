# 早餐店：依序準備和同時準備的差別。
import asyncio
import time

async def 準備(名稱, 秒數):
    print(f'開始準備{名稱}')
    await asyncio.sleep(秒數)
    print(f'{名稱}完成！')
    return 名稱

async def 依序():
    return [await 準備('吐司', 2), await 準備('咖啡', 3), await 準備('煎蛋', 1)]

async def 同時():
    return await asyncio.gather(準備('吐司', 2), 準備('咖啡', 3), 準備('煎蛋', 1))

for 做法 in (依序, 同時):
    開始 = time.time()
    結果 = asyncio.run(做法())
    print(做法.__name__, 結果, f'花費 {time.time() - 開始:.1f} 秒')
