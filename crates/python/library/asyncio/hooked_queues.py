"""Queues of the program's own making: subclasses that override what a queue does with its items."""
from heapq import heappop, heappush

from _asyncio import QueueEmpty, QueueFull, QueueShutDown
from _interleave import deque

from asyncio import events, locks, queues

HOOKS = '_init', '_put', '_get'


class Hooks:
    """How each kind of queue keeps its items."""

    def _init(self, maxsize):
        self._queue = deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)


class PriorityHooks:
    def _init(self, maxsize):
        self._queue = []

    def _get(self):
        return heappop(self._queue)

    def _put(self, item):
        heappush(self._queue, item)


class LifoHooks:
    def _init(self, maxsize):
        self._queue = []

    def _get(self):
        return self._queue.pop()

    def _put(self, item):
        self._queue.append(item)


class Queue:
    _queue = _getters = _putters = ()
    _unfinished_tasks = _maxsize = 0
    _is_shutdown = False

    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters, self._putters = deque(), deque()
        self._finished = locks.Event()
        self._finished.set()
        self._init(maxsize)

    def _wakeup_next(self, waiters):
        while waiters:
            waiter = waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                break

    @property
    def maxsize(self):
        return self._maxsize

    def qsize(self):
        return len(self._queue)

    def empty(self):
        return not self._queue

    def full(self):
        return 0 < self._maxsize <= self.qsize()

    def _leave(self, waiter, waiters, others_wait):
        waiter.cancel()
        if waiter in waiters:
            waiters.remove(waiter)
        if not others_wait() and not waiter.cancelled():
            self._wakeup_next(waiters)

    async def put(self, item):  #@ asyncio/queues.py:125
        while self.full():
            if self._is_shutdown:
                raise QueueShutDown  #@ asyncio/queues.py:135
            putter = events.get_running_loop().create_future()
            self._putters.append(putter)
            try:
                await putter  #@ asyncio/queues.py:139
            except:
                self._leave(putter, self._putters, self.full)
                raise
        return self.put_nowait(item)  #@ asyncio/queues.py:154

    def put_nowait(self, item):
        if self._is_shutdown:
            raise QueueShutDown  #@ asyncio/queues.py:164
        if self.full():
            raise QueueFull  #@ asyncio/queues.py:166
        self._put(item)  #@ asyncio/queues.py:167
        self._unfinished_tasks += 1
        self._finished.clear()
        self._wakeup_next(self._getters)

    async def get(self):  #@ asyncio/queues.py:172
        while self.empty():
            if self._is_shutdown:
                raise QueueShutDown  #@ asyncio/queues.py:182
            getter = events.get_running_loop().create_future()
            self._getters.append(getter)
            try:
                await getter  #@ asyncio/queues.py:186
            except:
                self._leave(getter, self._getters, self.empty)
                raise
        return self.get_nowait()  #@ asyncio/queues.py:201

    def get_nowait(self):
        if self.empty():
            if self._is_shutdown:
                raise QueueShutDown  #@ asyncio/queues.py:213
            raise QueueEmpty  #@ asyncio/queues.py:214
        item = self._get()  #@ asyncio/queues.py:215
        self._wakeup_next(self._putters)
        return item

    def task_done(self):
        if self._unfinished_tasks <= 0:
            raise ValueError('task_done() called too many times')  #@ asyncio/queues.py:237
        self._unfinished_tasks -= 1
        if not self._unfinished_tasks:
            self._finished.set()

    async def join(self):
        if self._unfinished_tasks > 0:
            await self._finished.wait()  #@ asyncio/queues.py:251

    def shutdown(self, immediate=False):
        self._is_shutdown = True
        if immediate:
            while not self.empty():
                self._get()
                if self._unfinished_tasks > 0:
                    self._unfinished_tasks -= 1
            if not self._unfinished_tasks:
                self._finished.set()
        for waiters in self._getters, self._putters:
            while waiters:
                waiter = waiters.popleft()
                if not waiter.done():
                    waiter.set_result(None)


def give_hooks(cls):
    """Has a class do in Python what is native otherwise, except for what it does itself."""
    kinds = (queues.Queue, Hooks), (queues.PriorityQueue, PriorityHooks), (queues.LifoQueue, LifoHooks)
    for kind, hooks in () if '_put' in vars(queues.Queue) else kinds:
        for name in HOOKS:
            setattr(kind, name, vars(hooks)[name])
        for name, method in vars(Queue).items():
            if callable(method) and (kind is queues.Queue or name == '__init__'):
                setattr(kind, name, _either(method, getattr(kind, name, None)))
    for name, data in vars(Queue).items():
        if name[:2] != '__' and not callable(data):
            setattr(cls, name, data)
    cls._has_hooks = True


def _either(method, native):
    def either(self, *args, **kwargs):
        return (method if self._has_hooks else native)(self, *args, **kwargs)
    either.__name__, either.__qualname__ = method.__name__, f'Queue.{method.__name__}'
    return either
