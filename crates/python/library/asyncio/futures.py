"""Futures."""
from types import GenericAlias

import _asyncio

__all__ = 'Future', 'wrap_future', 'isfuture'


def isfuture(obj):
    """Whether it is one, or behaves as one: its class has the mark that tasks look at, and it is set."""
    return _asyncio.is_future(obj) or (hasattr(obj.__class__, '_asyncio_future_blocking')
                                       and obj._asyncio_future_blocking is not None)


isfuture.__module__ = 'asyncio.base_futures'


class Future(_asyncio.Future):
    __module__ = '_asyncio'

    def __init__(self, *, loop=None):  #@ in C: Future
        if loop is None:
            from asyncio import events
            loop = events.get_event_loop()
        super().__init__(loop)

    def set_exception(self, exception, /):  #@ in C: set_exception
        if isinstance(exception, type):
            exception = exception()
        if isinstance(exception, StopIteration):
            error = RuntimeError('StopIteration interacts badly with generators and cannot be raised into a Future')
            error.__cause__ = error.__context__ = exception
            exception = error
        self._set_exception(exception)

    def __repr__(self):
        return _asyncio.repr(self)

    __class_getitem__ = classmethod(GenericAlias)


# CPython has it twice, in Python and in C, under these names.
_PyFuture = _CFuture = Future


class _GatheringFuture(Future):
    __module__ = 'asyncio.tasks'


def _join_repr(pieces):
    from reprlib import repr as short
    return ''.join([piece if isinstance(piece, str) else short(piece[0]) if piece[1] else repr(piece[0])
                    for piece in pieces])


def wrap_future(future, *, loop=None):
    if isfuture(future):
        return future
    from asyncio import events
    if loop is None:
        loop = events.get_event_loop()
    return _asyncio.wrap_future(future, loop, lambda _: future._invoke_callbacks())


async def _await_it(awaitable):
    return await awaitable


class _Sending:
    """Resumes a coroutine of the program's own making as a task does: by what is sent, and what is thrown in."""

    def __init__(self, coroutine):
        self.send, self.throw, self.close = coroutine.send, coroutine.throw, coroutine.close

    def __await__(self):
        return self

    def __next__(self):
        return self.send(None)


async def _send_it(coroutine):
    return await _Sending(coroutine)


def _stack_summary(lines):
    from traceback import FrameSummary, StackSummary
    return StackSummary([FrameSummary(file, number, name, line=line) for file, number, name, line in lines])


def _without_loop(*args, **kwargs):
    from asyncio import removed
    return removed.without_loop(*args, **kwargs)


_asyncio.register(without_loop=_without_loop, future_class=Future, steps_class=_asyncio.FutureIter, gathering_class=_GatheringFuture, join_repr=_join_repr,
                  await_it=_await_it, send_it=_send_it, stack_summary=_stack_summary)
