# What callbacks lead to dies at the end in the order in which it was made, as what data leads to does.
import asyncio


async def count(n):
    try:
        for number in range(n):
            await asyncio.sleep(0.5)
            yield number
    finally:
        print('counted')


async def drain(n):
    async for number in count(n):
        print(number)


async def together(n):
    try:
        await asyncio.gather(drain(n))
    finally:
        print('together no more')


async def main():
    asyncio.create_task(together(4))
    await asyncio.sleep(0.75)

loop = asyncio.new_event_loop()
loop.create_task(main()).add_done_callback(lambda task: loop.stop())
loop.run_forever()
