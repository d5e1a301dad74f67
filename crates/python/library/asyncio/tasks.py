"""Tasks, and what waits for several of them."""
import _asyncio
from _asyncio import current_task
from types import GenericAlias

from asyncio import events, futures

__all__ = ('Task', 'create_task', 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'wait', 'wait_for',
           'as_completed', 'sleep', 'gather', 'shield', 'ensure_future', 'run_coroutine_threadsafe', 'current_task',
           'all_tasks', 'create_eager_task_factory', 'eager_task_factory', '_register_task', '_unregister_task', '_enter_task', '_leave_task')

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'


_unsaid = object()


def _said_loop(function, loop):
    from asyncio import removed
    removed.loop_argument(function, loop, 4)
    return loop


class Task(_asyncio.Task, futures.Future):
    __module__ = '_asyncio'

    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):  #@ in C: Task
        if not _asyncio.wakes_by_await(coro) and not _asyncio.is_marked_generator(coro):
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        if loop is None:
            loop = events.get_event_loop()
        if eager_start and loop.is_running():
            return _start_eagerly(self, coro, loop, name, context)
        _asyncio.Task.__init__(self, coro, loop, name if name is None else str(name), context)

    def set_name(self, value, /):  #@ in C: Task.set_name
        self._set_name(str(value))

    def set_result(self, result, /):  #@ in C: Task.set_result
        raise RuntimeError('Task does not support set_result operation')

    def set_exception(self, exception, /):  #@ in C: Task.set_exception
        raise RuntimeError('Task does not support set_exception operation')

    def get_stack(self, *, limit=None):  #@ in C: get_stack
        coro = self.get_coro()
        frame = getattr(coro, 'cr_frame', None) or getattr(coro, 'gi_frame', None)
        if frame is not None:
            frames = []
            while frame is not None and (limit is None or not limit <= len(frames)):
                frames.append(frame)
                frame = frame.f_back
            return frames[::-1]
        frames, line = [], self._exception and self._exception.__traceback__
        while line is not None and (limit is None or not limit <= len(frames)):
            frames.append(line.tb_frame)
            line = line.tb_next
        return frames

    def print_stack(self, *, limit=None, file=None):  #@ in C: print_stack
        import traceback
        exception = self._exception
        lines = traceback.StackSummary.extract((frame, frame.f_lineno) for frame in self.get_stack(limit=limit))
        if not lines:
            print(f'No stack for {self!r}', file=file)
        else:
            print(f'{"Stack" if exception is None else "Traceback"} for {self!r} (most recent call last):', file=file)
        traceback.print_list(lines, file=file)
        if exception is not None:
            print(*traceback.format_exception_only(exception), sep='', end='', file=file)

    __class_getitem__ = classmethod(GenericAlias)


def _start_eagerly(task, coro, loop, name, context):
    step, coro, context = _asyncio.begin_eagerly(task, coro, loop, name if name is None else str(name), context)
    try:
        awaited = context.run(coro.send, None)
    except StopIteration as end:
        _asyncio.end_eagerly(step, 'returned', end.value)
    except BaseException as error:
        _asyncio.end_eagerly(step, 'raised', error)
    else:
        _asyncio.end_eagerly(step, 'suspended', awaited)


def create_eager_task_factory(custom_task_constructor):
    def factory(loop, coro, *, name=None, context=None):
        return custom_task_constructor(  #@ 1027+
            coro, loop=loop, name=name, context=context, eager_start=True)
    return factory


eager_task_factory = create_eager_task_factory(Task)


def ensure_future(coro_or_future, *, loop=None):
    if futures.isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future.get_loop():
            raise ValueError('The future belongs to a different loop than '  #@ 730+
                             'the one specified as the loop argument')
        return coro_or_future
    given = coro_or_future
    if not _asyncio.wakes_by_await(given) and not _asyncio.is_marked_generator(given):
        if not hasattr(type(given), '__await__'):
            raise TypeError('An asyncio.Future, a coroutine or an awaitable '  #@ 742+
                            'is required')
        coro_or_future = _wrap_awaitable(given)
    if loop is None:
        loop = events.get_event_loop()  #@ 746
    try:
        return loop.create_task(coro_or_future)  #@ 748
    except RuntimeError:
        if coro_or_future is not given:
            coro_or_future.close()
        raise


def all_tasks(loop=None): ...
def create_task(coro, *, name=None, context=None): ...
async def sleep(delay, result=None): ...
async def wait_for(fut, timeout): ...


all_tasks = _asyncio.shown_as(_asyncio.all_tasks, all_tasks)
create_task = _asyncio.shown_as(_asyncio.create_task, create_task)
sleep = _asyncio.shown_as(_asyncio.sleep, sleep)
wait_for = _asyncio.shown_as(_asyncio.wait_for, wait_for)


async def _wrap_awaitable(awaitable):  #@ 736
    return await awaitable  #@ 737


_wrap_awaitable.__qualname__ = 'ensure_future.<locals>._wrap_awaitable'


def gather(*coros_or_futures, return_exceptions=False, loop=_unsaid):
    if loop is not _unsaid:
        loop = _said_loop('gather', loop)
        coros_or_futures = [ensure_future(arg, loop=loop) for arg in coros_or_futures]
    outer = _asyncio.gather(coros_or_futures, return_exceptions)
    if outer is not None:
        return outer
    if not coros_or_futures:
        outer = events.get_event_loop().create_future()
        outer.set_result([])
        return outer
    loop, arg_to_fut = None, {}
    for arg in coros_or_futures:
        if arg not in arg_to_fut:  #@ 883
            fut = ensure_future(arg, loop=loop)  #@ 884
            if loop is None:
                loop = fut.get_loop()
            if fut is not arg:
                fut._log_destroy_pending = False
            arg_to_fut[arg] = fut
    return _asyncio.gather([arg_to_fut[arg] for arg in coros_or_futures], return_exceptions)


def shield(arg, *, loop=_unsaid):
    if loop is not _unsaid:
        arg = ensure_future(arg, loop=_said_loop('shield', loop))
    inner = ensure_future(arg)  #@ 951
    return _asyncio.shield(inner)


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED, loop=_unsaid):  #@ 424
    if loop is not _unsaid:
        _said_loop('wait', loop)
    if futures.isfuture(fs) or _asyncio.wakes_by_await(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")  #@ 439
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')  #@ 441
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return_when value: {return_when}')  #@ 443
    set = dict.fromkeys  # What has no order in CPython goes by the order in which it was given.
    fs = set(fs)  #@ 445
    fs = list(fs)
    if any(_asyncio.wakes_by_await(f) for f in fs):
        if _asyncio.removed_is_error():
            raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")  #@ 448
        from asyncio import removed
        removed.coroutines_in_wait()
        fs = [ensure_future(f) for f in fs]
    loop = events.get_running_loop()  #@ 450
    return await _wait(fs, timeout, return_when, loop)  #@ 451


async def _wait(fs, timeout, return_when, loop):
    for f in fs:
        if not hasattr(f, 'add_done_callback'):
            f.add_done_callback(_on_completion)  #@ 534
    return await _asyncio.wait(fs, timeout, return_when)


class _AsCompletedIterator(_asyncio.AsCompletedIterator):
    def __init__(self, aws, timeout):
        set = dict.fromkeys  # What has no order in CPython goes by the order in which it was given.
        loop = events.get_event_loop()
        todo = {ensure_future(aw, loop=loop) for aw in set(aws)}  #@ 582
        super().__init__(list(todo), timeout, loop)


def as_completed(fs, *, timeout=None, loop=_unsaid):
    if loop is not _unsaid:
        _said_loop('as_completed', loop)
    if futures.isfuture(fs) or _asyncio.wakes_by_await(fs):
        raise TypeError(  #@ 684+
            f"expects an iterable of awaitables, not {type(fs).__name__}"
        )
    return _AsCompletedIterator(fs, timeout)  #@ 688


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
        _chain_future(task, future, loop)
    loop.call_soon_threadsafe(callback)  #@ 1003
    return future


def _chain_future(task, future, loop):
    """A future of another thread ends as a task does, and its cancellation cancels the task."""
    def _call_set_state(task):  #@ asyncio/futures.py:393
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

    def _call_check_cancel(future):  #@ asyncio/futures.py:386
        if future.cancelled() and not loop.is_closed():
            loop.call_soon_threadsafe(task.cancel)
    task.add_done_callback(_call_set_state)
    future.add_done_callback(_call_check_cancel)


def _register_task(task):
    pass


_unregister_task = _register_task


def _enter_task(loop, task):
    pass


_leave_task = _enter_task


# How wait_for begins without any patience.
async def _task_at_once(fut):
    task = ensure_future(fut)
    events.get_running_loop()
    return task


_asyncio.register(task_class=Task, task_at_once=_task_at_once)


# CPython has these twice, in Python and in C, under these names.
_PyTask = _CTask = Task
_py_register_task = _c_register_task = _register_task
_py_unregister_task = _c_unregister_task = _unregister_task
_py_enter_task = _c_enter_task = _enter_task
_py_leave_task = _c_leave_task = _leave_task
_py_current_task = _c_current_task = current_task
