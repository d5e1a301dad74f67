import asyncio

balance = 100


async def withdraw(amount):
    global balance
    seen = balance
    await asyncio.sleep(1)
    balance = seen - amount


async def main():
    await asyncio.gather(withdraw(30), withdraw(50))
    print(balance)


asyncio.run(main())
