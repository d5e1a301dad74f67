# async with calls whatever acquire() and release() a lock has: of a subclass, or put into one lock or into the class.
import asyncio


class Told:
    async def acquire(self):
        print("acquire", type(self).__name__)
        return await super().acquire()

    def release(self):
        print("release", type(self).__name__)
        super().release()


class ToldLock(Told, asyncio.Lock):
    pass


class ToldSemaphore(Told, asyncio.Semaphore):
    pass


class ToldBoundedSemaphore(Told, asyncio.BoundedSemaphore):
    pass


class Stuck(asyncio.Lock):
    def release(self):
        raise ValueError("it does not open")


async def work(name, lock):
    async with lock:
        print(name, "has it")
        await asyncio.sleep(1)


async def main():
    for lock in ToldLock(), ToldSemaphore(), ToldBoundedSemaphore(2):
        await asyncio.gather(work("one", lock), work("two", lock))

    patched = asyncio.Lock()
    patched.release = lambda: print("not released")
    await work("patched", patched)
    print(patched.locked())

    lock = ToldLock()
    async with lock:
        waiting = asyncio.create_task(work("late", lock))
        await asyncio.sleep(1)
        waiting.print_stack()
        waiting.cancel()

    acquire = asyncio.Lock.acquire

    async def counted(self):
        print("acquire any")
        return await acquire(self)

    asyncio.Lock.acquire = counted
    await work("any", asyncio.Lock())
    await work("stuck", Stuck())


asyncio.run(main())
