# Reading, sleeping and writing in threads loses updates; a lock keeps them.
import asyncio
import threading
import time

class Account:
    def __init__(self):
        self.balance = 0
        self.lock = threading.Lock()

    def deposit(self, amount):
        balance = self.balance
        time.sleep(0.1)
        self.balance = balance + amount

    def deposit_safely(self, amount):
        with self.lock:
            self.deposit(amount)

async def main():
    for method in (Account.deposit, Account.deposit_safely):
        account = Account()
        begin = time.perf_counter()
        await asyncio.gather(*(asyncio.to_thread(method, account, 10) for _ in range(5)))
        print(method.__name__, account.balance, round(time.perf_counter() - begin, 6))

asyncio.run(main())
