import asyncio

balance = 100
total = 0
lock = asyncio.Lock()


async def withdraw(amount):
    global balance
    async with lock:
        seen = balance
        await asyncio.sleep(1)
        balance = seen - amount


async def count(amount):
    global total
    await asyncio.sleep(1)
    total += amount
    seen = total
    total = seen + 1


async def main():
    await asyncio.gather(withdraw(30), withdraw(50), count(1), count(2))
    print(balance, total)


asyncio.run(main())
