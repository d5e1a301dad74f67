"""Tasks are numbered in the order in which they are made. By that number they hash, so that sets of them come out alike
in every run, and by it they are listed.

Their class stays CPython's own: a class that inherits from it would not do, because a task resumes another way what
waits for anything else than just that class, which shows in the contexts of exceptions.
"""
import asyncio
import ctypes
import itertools
import weakref

from .ordered import OrderedSet

_numbers = {}                           # by address: a weak reference, and the number
_next_number = itertools.count(1)

# In CPython's PyTypeObject, flags are preceded by 21 words. One of the flags protects classes written in C.
_FLAGS_AT = 21 * ctypes.sizeof(ctypes.c_void_p)
_IMMUTABLE = 1 << 8


def _number(task):
    address = id(task)
    if address not in _numbers:
        _numbers[address] = weakref.ref(task, lambda _: _numbers.pop(address, None)), next(_next_number)
    return _numbers[address][1]


def _hash_by_number(task_class):
    if not task_class.__flags__ & _IMMUTABLE:
        task_class.__hash__ = _number
        return
    flags = ctypes.c_ulong.from_address(id(task_class) + _FLAGS_AT)
    assert flags.value == task_class.__flags__
    flags.value &= ~_IMMUTABLE
    task_class.__hash__ = _number
    flags.value |= _IMMUTABLE


def of_all_loops():
    """In order of creation."""
    tasks = asyncio.tasks
    return sorted(tasks._scheduled_tasks if hasattr(tasks, '_scheduled_tasks') else tasks._all_tasks, key=_number)


def _in_order(all_tasks):
    def ordered_all_tasks(loop=None):
        return OrderedSet(sorted(all_tasks(loop), key=_number))
    ordered_all_tasks.__name__ = ordered_all_tasks.__qualname__ = 'all_tasks'
    return ordered_all_tasks


def install():
    _hash_by_number(asyncio.Task)
    asyncio.all_tasks = asyncio.tasks.all_tasks = _in_order(asyncio.all_tasks)
    asyncio.tasks.set = OrderedSet
    if hasattr(asyncio, 'taskgroups'):
        asyncio.taskgroups.set = OrderedSet
