import asyncio


class Account:
    def __init__(self):
        self.balance = 100

    async def withdraw(self, amount):
        self.balance -= await self.fee(amount)

    async def fee(self, amount):
        await asyncio.sleep(1)
        return amount + 1


async def main():
    account = Account()
    await asyncio.gather(account.withdraw(30), account.withdraw(50))
    print(account.balance)


asyncio.run(main())
