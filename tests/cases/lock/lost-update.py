# Without a lock an update is lost between reading and writing.
import asyncio

balance = 100

async def withdraw(amount, lock=None):
    global balance
    if lock:
        await lock.acquire()
    try:
        read = balance
        await asyncio.sleep(0.1)
        balance = read - amount
    finally:
        if lock:
            lock.release()

async def main():
    global balance
    await asyncio.gather(*(withdraw(10) for _ in range(5)))
    print('without:', balance)
    balance = 100
    lock = asyncio.Lock()
    await asyncio.gather(*(withdraw(10, lock) for _ in range(5)))
    print('with:', balance)

asyncio.run(main())
