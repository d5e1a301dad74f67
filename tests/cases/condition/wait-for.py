# wait_for checks its predicate at every notification.
import asyncio

async def buyer(name, price, market):
    async with market['changed']:
        await market['changed'].wait_for(lambda: market['price'] <= price)
        print(name, 'buys at', market['price'], asyncio.get_running_loop().time())

async def main():
    market = {'price': 10, 'changed': asyncio.Condition()}
    tasks = [asyncio.create_task(buyer(f'buyer-{price}', price, market)) for price in (8, 6, 9)]
    while market['price'] > 5:
        await asyncio.sleep(1)
        async with market['changed']:
            market['price'] -= 1
            market['changed'].notify_all()
    await asyncio.wait(tasks)

asyncio.run(main())
