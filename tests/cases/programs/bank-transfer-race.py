# Reading a balance, waiting, writing it back: money appears from nowhere.
import asyncio

accounts = {'ann': 100, 'bob': 100}

async def transfer(source, target, amount):
    if accounts[source] < amount:
        print('not enough')
        return
    balance_source, balance_target = accounts[source], accounts[target]
    await asyncio.sleep(0.1)
    accounts[source] = balance_source - amount
    accounts[target] = balance_target + amount
    print(f'{source} -> {target}: {amount}', accounts)

async def safe_transfer(lock, *args):
    async with lock:
        await transfer(*args)

async def main():
    orders = [('ann', 'bob', 80), ('ann', 'bob', 50), ('bob', 'ann', 30)]
    await asyncio.gather(*(transfer(*order) for order in orders))
    print('sum', sum(accounts.values()))
    accounts.update(ann=100, bob=100)
    lock = asyncio.Lock()
    await asyncio.gather(*(safe_transfer(lock, *order) for order in orders))
    print('sum', sum(accounts.values()))

asyncio.run(main())
