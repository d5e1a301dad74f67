import asyncio


class Account:
    def __init__(self):
        self.balance = 100

    async def withdraw(self, amount):
        seen = self.balance
        await asyncio.sleep(1)
        self.balance = seen - amount


async def main():
    accounts = [Account() for _ in range(2)]
    await asyncio.gather(*(account.withdraw(1) for account in accounts))


asyncio.run(main())
