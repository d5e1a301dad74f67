# A condition takes and gives up its lock by that lock's methods, and notify_all() and wait_for() call notify() and wait().
import asyncio
import traceback


class ToldLock(asyncio.Lock):
    async def acquire(self):
        print("acquire")
        return await super().acquire()

    def release(self):
        print("release")
        super().release()

    def locked(self):
        print("locked?")
        return super().locked()


class ToldCondition(asyncio.Condition):
    async def wait(self):
        print("wait")
        return await super().wait()

    def notify(self, n=1):
        print("notify", n)
        super().notify(n)


async def wait_at(condition):
    async with condition:
        print("notified", await condition.wait())


async def main():
    condition = asyncio.Condition(ToldLock())
    waiting = [asyncio.create_task(wait_at(condition)) for _ in range(3)]
    await asyncio.sleep(1)
    async with condition:
        condition.notify()
    await asyncio.sleep(1)
    waiting[1].cancel()
    try:
        await waiting[1]
    except asyncio.CancelledError:
        traceback.print_exc()
    async with condition:
        condition.notify_all()
    await asyncio.sleep(1)
    try:
        await condition.wait()
    except RuntimeError:
        traceback.print_exc()

    condition = ToldCondition()
    answers = []

    async def wait_for_answer():
        async with condition:
            print(await condition.wait_for(lambda: answers))

    waiting = asyncio.create_task(wait_for_answer())
    await asyncio.sleep(1)
    async with condition:
        answers.append(42)
        condition.notify_all()
    await waiting


asyncio.run(main())
