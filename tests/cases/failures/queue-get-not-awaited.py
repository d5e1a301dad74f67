# A coroutine object instead of the item.
import asyncio

async def main():
    queue = asyncio.Queue()
    queue.put_nowait({'price': 5})
    item = queue.get()
    print(item['price'])

asyncio.run(main())
