"""Queues."""
from types import GenericAlias

import _asyncio
from _asyncio import QueueEmpty, QueueFull, QueueShutDown

__all__ = 'Queue', 'PriorityQueue', 'LifoQueue', 'QueueFull', 'QueueEmpty', 'QueueShutDown'


_HOOKS = '_init', '_put', '_get', 'qsize', 'empty', 'full'


class _Shown:
    def _format(self):
        text = f'maxsize={self.maxsize!r}'
        if self._queue:
            text += f' _queue={list(self._queue)!r}'
        if self._getters:
            text += f' _getters[{len(self._getters)}]'
        if self._putters:
            text += f' _putters[{len(self._putters)}]'
        if self._unfinished_tasks:
            text += f' tasks={self._unfinished_tasks}'
        return text + ' shutdown' if self._is_shutdown else text

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x} {self._format()}>'

    def __str__(self):
        return f'<{type(self).__name__} {self._format()}>'

    __class_getitem__ = classmethod(GenericAlias)


# What calls methods by their names, for queues with methods of the program's.
class Queue:
    async def put(self, item):  #@ 125
        putter, is_shut_down = self._room(), False
        try:
            await putter  #@ 139
        except QueueShutDown:
            is_shut_down = True
        if is_shut_down:
            raise QueueShutDown  #@ 135
        return self.put_nowait(item)  #@ 154

    async def get(self):  #@ 172
        getter, is_shut_down = self._item(), False
        try:
            await getter  #@ 186
        except QueueShutDown:
            is_shut_down = True
        if is_shut_down:
            raise QueueShutDown  #@ 182
        return self.get_nowait()  #@ 201


_asyncio.register(put_by_methods=Queue.put, get_by_methods=Queue.get)


class Queue(_Shown, _asyncio.Queue):
    _has_hooks = False

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if cls.__module__ != __name__ and any(name in vars(cls) for name in _HOOKS):
            from asyncio import hooked_queues
            hooked_queues.give_hooks(cls)


class PriorityQueue(Queue, _asyncio.PriorityQueue):
    __init__ = _asyncio.PriorityQueue.__init__


class LifoQueue(Queue, _asyncio.LifoQueue):
    __init__ = _asyncio.LifoQueue.__init__
