import asyncio

stock = {"tea": 3}


async def sell():
    left = stock["tea"]
    if left > 0:
        await asyncio.sleep(1)
    stock["tea"] = left - 1


async def main():
    await asyncio.gather(sell(), sell())
    print(stock)


asyncio.run(main())
