# 只会阻塞的老代码，可以放进线程里等。
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

def 查字典(词):
    time.sleep(1)
    return {'猫': 'cat', '狗': 'dog', '鸟': 'bird'}.get(词, '查不到')

async def main():
    循环 = asyncio.get_running_loop()
    print('直接等：', 查字典('猫'), 循环.time())
    print('一个线程：', await asyncio.to_thread(查字典, '狗'), 循环.time())
    with ThreadPoolExecutor(max_workers=2) as 线程池:
        结果 = await asyncio.gather(*(循环.run_in_executor(线程池, 查字典, 词) for 词 in '猫狗鸟鱼'))
    print('两个线程：', 结果, 循环.time())

asyncio.run(main())
