"""Locks."""
import _asyncio

__all__ = 'Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore', 'Barrier'


class _Shown:
    def __repr__(self):
        return _asyncio.repr(self)


class Lock(_Shown, _asyncio.Lock):
    pass


class Event(_Shown, _asyncio.Event):
    pass


class Condition(_Shown, _asyncio.Condition):
    def __init__(self, lock=None, **removed):
        if removed:
            from asyncio.removed import loop_argument
            loop_argument('Condition.__init__', **removed)
        self._lock = lock = Lock() if lock is None else lock
        self.locked, self.acquire, self.release = lock.locked, lock.acquire, lock.release
        super().__init__(lock)

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()  #@ 313
            result = predicate()
        return result


class Semaphore(_Shown, _asyncio.Semaphore):
    pass


class BoundedSemaphore(_Shown, _asyncio.BoundedSemaphore):
    pass


class Barrier(_Shown, _asyncio.Barrier):
    pass
