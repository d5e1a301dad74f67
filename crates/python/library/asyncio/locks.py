"""Locks."""
import _asyncio

__all__ = 'Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore', 'Barrier'


class _Shown:
    def __repr__(self):
        return _asyncio.repr(self)


# What calls methods by their names, for locks with methods of the program's. The names of classes and functions are
# those that tracebacks and warnings tell.
class _ContextManagerMixin:
    async def __aenter__(self):  #@ 13
        await self.acquire()  #@ 14

    async def __aexit__(self, *raised):  #@ 19
        self.release()  #@ 20


class Condition:
    async def wait(self):  #@ 248
        if not self.locked():
            raise RuntimeError('cannot wait on un-acquired lock')  #@ 264
        self.release()
        try:
            try:
                fut = self._notified()
                await fut  #@ 272
            finally:
                # A cancellation is put off until the lock is there.
                put_off, has_lock = None, False
                while not has_lock:
                    try:
                        await self.acquire()  #@ 284
                        has_lock = True
                    except _asyncio.CancelledError as error:
                        put_off = error
                if put_off is not None:
                    raise put_off
        except BaseException:
            self._wake(1)
            raise
        return True

    def notify(self, n):
        if not self.locked():
            raise RuntimeError('cannot notify on un-acquired lock')  #@ 330
        self._wake(n)  #@ 331

    def notify_all(self):
        self.notify(len(self._waiters))  #@ 343


class Barrier:
    async def __aenter__(self):  #@ 503
        return await self.wait()  #@ 506


_asyncio.register(
    enter_by_methods=_ContextManagerMixin.__aenter__, leave_by_methods=_ContextManagerMixin.__aexit__,
    wait_by_methods=Condition.wait, notify_by_methods=Condition.notify, notify_all_by_methods=Condition.notify_all,
    enter_barrier_by_methods=Barrier.__aenter__)


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
