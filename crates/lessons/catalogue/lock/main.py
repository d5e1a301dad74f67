import asyncio

balance = 100


async def withdraw(amount, lock):
    global balance
    async with lock:
        seen = balance
        await asyncio.sleep(1)
        balance = seen - amount
        print("took", amount, "left", balance)


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(withdraw(30, lock), withdraw(50, lock))
    print("balance:", balance)


asyncio.run(main())
