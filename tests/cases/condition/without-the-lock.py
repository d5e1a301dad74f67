# wait and notify need the lock.
import asyncio

async def main():
    condition = asyncio.Condition()
    print(condition)
    for method in (condition.notify, condition.notify_all, condition.wait):
        try:
            result = method()
            if asyncio.iscoroutine(result):
                await result
        except RuntimeError as error:
            print(method.__name__, '-', error)
    shared = asyncio.Lock()
    async with asyncio.Condition(shared):
        print(shared.locked())

asyncio.run(main())
