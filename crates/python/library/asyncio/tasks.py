"""Tasks, and what waits for several of them."""
import _asyncio
from _asyncio import all_tasks, create_task, current_task, sleep, wait_for
from types import GenericAlias

from asyncio import events, futures

__all__ = ('Task', 'create_task', 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'wait', 'wait_for',
           'as_completed', 'sleep', 'gather', 'shield', 'ensure_future', 'run_coroutine_threadsafe', 'current_task',
           'all_tasks', '_register_task', '_unregister_task', '_enter_task', '_leave_task')

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'


class Task(_asyncio.Task, futures.Future):
    __module__ = '_asyncio'

    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        if not _asyncio.wakes_by_await(coro) and not _is_marked_generator(coro):
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        if loop is None:
            loop = events.get_event_loop()
        _asyncio.Task.__init__(self, coro, loop, name if name is None else str(name), context)

    def set_name(self, value, /):
        self._set_name(str(value))

    def set_result(self, result, /):
        raise RuntimeError('Task does not support set_result operation')

    def set_exception(self, exception, /):
        raise RuntimeError('Task does not support set_exception operation')

    def get_stack(self, *, limit=None):
        coro = self.get_coro()
        frame = getattr(coro, 'cr_frame', None) or getattr(coro, 'gi_frame', None)
        if frame is not None:
            return [frame] if limit is None or limit > 0 else []
        frames, line = [], self._exception and self._exception.__traceback__
        while line is not None and (limit is None or len(frames) < limit):
            frames.append(line.tb_frame)
            line = line.tb_next
        return frames

    def print_stack(self, *, limit=None, file=None):
        import sys
        import traceback
        file = file or sys.stderr
        exception = self._exception
        lines = traceback.StackSummary.from_list([
            (frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name, None)
            for frame in self.get_stack(limit=limit)]) if exception is None else traceback.extract_tb(exception.__traceback__)
        if not lines:
            print(f'No stack for {self!r}', file=file)
        else:
            print(f'{"Stack" if exception is None else "Traceback"} for {self!r} (most recent call last):', file=file)
        traceback.print_list(lines, file=file)
        if exception is not None:
            print(*traceback.format_exception_only(exception), sep='', end='', file=file)

    __class_getitem__ = classmethod(GenericAlias)


def _is_marked_generator(coro):
    code = getattr(coro, 'gi_code', None)
    return code is not None and bool(code.co_flags & 0x100)


def ensure_future(coro_or_future, *, loop=None):
    if futures.isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future.get_loop():
            raise ValueError('The future belongs to a different loop than '
                             'the one specified as the loop argument')  #@ 730+
        return coro_or_future
    coro = coro_or_future
    if not _asyncio.wakes_by_await(coro) and not _is_marked_generator(coro):
        if not hasattr(type(coro), '__await__'):
            raise TypeError('An asyncio.Future, a coroutine or an awaitable '
                            'is required')  #@ 742+
        coro = _wrap_awaitable(coro)
    if loop is None:
        loop = events.get_event_loop()  #@ 746
    try:
        return loop.create_task(coro)  #@ 748
    except RuntimeError:
        if coro is not coro_or_future:
            coro.close()
        raise


async def _wrap_awaitable(awaitable):
    return await awaitable  #@ 737


def gather(*coros_or_futures, return_exceptions=False):
    outer = _asyncio.gather(coros_or_futures, return_exceptions)
    if outer is not None:
        return outer
    if not coros_or_futures:
        outer = futures._GatheringFuture.__base__(loop=events.get_event_loop())
        outer.set_result([])
        return outer
    loop, known = None, []
    for arg in coros_or_futures:
        fut = next((future for other, future in known if other is arg), None)
        if fut is None:
            fut = ensure_future(arg, loop=loop)  #@ 884
            if loop is None:
                loop = fut.get_loop()
            if fut is not arg:
                fut._log_destroy_pending = False
        known.append((arg, fut))
    return _asyncio.gather([fut for _, fut in known], return_exceptions)


def shield(arg):
    inner = ensure_future(arg)  #@ 951
    return _asyncio.shield(inner)


def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if futures.isfuture(fs) or _asyncio.wakes_by_await(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")  #@ 439
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')  #@ 441
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return_when value: {return_when}')  #@ 443
    fs = list(dict.fromkeys(fs))
    if any(_asyncio.wakes_by_await(f) for f in fs):
        from asyncio import removed
        removed.coroutines_in_wait()
        fs = [ensure_future(f) for f in fs]
    for f in fs:
        f.add_done_callback  #@ 534
    return _asyncio.wait(fs, timeout, return_when)


class _AsCompletedIterator(_asyncio.AsCompletedIterator):
    pass


def as_completed(fs, *, timeout=None):
    if futures.isfuture(fs) or _asyncio.wakes_by_await(fs):
        raise TypeError(
            f"expects an iterable of awaitables, not {type(fs).__name__}"
        )  #@ 684+
    loop = events.get_event_loop()
    todo = [ensure_future(f, loop=loop) for f in dict.fromkeys(fs)]
    return _AsCompletedIterator(todo, timeout, loop)


def run_coroutine_threadsafe(coro, loop):
    if not _asyncio.wakes_by_await(coro):
        raise TypeError('A coroutine object is required')  #@ 990
    from concurrent.futures import Future
    future = Future()

    def callback():
        try:
            task = ensure_future(coro, loop=loop)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            if future.set_running_or_notify_cancel():
                future.set_exception(exc)
            raise
        _follow(task, future, loop)
    loop.call_soon_threadsafe(callback)
    return future


def _follow(task, future, loop):
    """A future of another thread ends as a task does, and its cancellation cancels the task."""
    def _set_state(task):
        if future.cancelled():
            return
        if task.cancelled():
            future.cancel()
        if not future.set_running_or_notify_cancel():
            return
        exception = task.exception()
        if exception is None:
            future.set_result(task.result())
        else:
            future.set_exception(exception)

    def _check_cancel(future):
        if future.cancelled() and not loop.is_closed():
            loop.call_soon_threadsafe(task.cancel)
    task.add_done_callback(_set_state)
    future.add_done_callback(_check_cancel)


def _register_task(task):
    pass


_unregister_task = _register_task


def _enter_task(loop, task):
    pass


_leave_task = _enter_task

_asyncio.register(task_class=Task)
