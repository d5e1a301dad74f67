"""Running a program's main coroutine on a loop of its own."""
import _asyncio
from _interleave import MAIN_IDENT, get_ident

from asyncio import events, tasks
from asyncio.exceptions import CancelledError

__all__ = ('Runner', 'run')

# The runner that the main thread is in and its main task, for signals.
running = None


class Runner:
    _loop = _context = None
    _interrupted = False
    _set_event_loop = _closed = False

    def __init__(self, *, debug=None, loop_factory=None):
        self._debug, self._loop_factory = debug, loop_factory

    def __enter__(self):
        self._begin()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.close()  #@ 62

    def close(self):
        loop = self._loop
        if loop is None or self._closed:
            return
        try:
            _cancel_all_tasks(loop)  #@ 70
            loop.run_until_complete(loop.shutdown_asyncgens())  #@ 71
            loop.run_until_complete(loop.shutdown_default_executor(300))  #@ 72
        finally:
            if self._set_event_loop:
                events.set_event_loop(None)
            loop.close()
            self._closed = True

    def get_loop(self):
        self._begin()
        return self._loop

    def run(self, coro, *, context=None):
        if not _asyncio.wakes_by_await(coro) and (not _asyncio.is_marked_generator(coro)
                                                  or _asyncio.removed_is_error()):
            raise ValueError("a coroutine was expected, got {!r}".format(coro))  #@ 89
        if _asyncio.running_loop() is not None:
            raise RuntimeError(  #@ 93+
                "Runner.run() cannot be called from a running event loop")
        self._begin()
        if context is None:
            context = self._context
        task = self._loop.create_task(coro, context=context)  #@ 100
        global running
        is_main = get_ident() == MAIN_IDENT
        before = running
        if is_main:
            running, self._interrupted = (self, task), False
        try:
            return self._loop.run_until_complete(task)  #@ 118
        except CancelledError:
            if self._interrupted and task.uncancel() == 0:
                raise KeyboardInterrupt()  #@ 123
            raise
        finally:
            if is_main:
                running = before

    def _begin(self):
        if self._closed:
            raise RuntimeError("Runner is closed")  #@ 133
        if self._loop is not None:
            return
        if self._loop_factory is None:
            self._loop = events.new_event_loop()
            events.set_event_loop(self._loop)
            self._set_event_loop = True
        else:
            self._loop = self._loop_factory()
        if self._debug is not None:
            self._loop.set_debug(self._debug)
        from contextvars import copy_context
        self._context = copy_context()


def run(main, *, debug=None, loop_factory=None):
    if _asyncio.running_loop() is not None:
        raise RuntimeError(  #@ 190+
            "asyncio.run() cannot be called from a running event loop")
    with Runner(debug=debug, loop_factory=loop_factory) as runner:  #@ 193
        return runner.run(main)  #@ 194


def _cancel_all_tasks(loop):
    to_cancel = tasks.all_tasks(loop)
    if not to_cancel:
        return
    for task in to_cancel:
        task.cancel()
    loop.run_until_complete(tasks.gather(*to_cancel, return_exceptions=True))  #@ 205
    _asyncio.keep_together(to_cancel)
    for task in to_cancel:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler({'message': 'unhandled exception during asyncio.run() shutdown',
                                         'exception': task.exception(), 'task': task})
