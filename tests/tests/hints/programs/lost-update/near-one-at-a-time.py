import asyncio

balance = 100


async def withdraw(amount):
    global balance
    seen = balance
    await asyncio.sleep(amount)
    balance = seen - amount


async def main():
    await withdraw(30)
    other = asyncio.create_task(withdraw(50))
    await other
    print(balance)


asyncio.run(main())
