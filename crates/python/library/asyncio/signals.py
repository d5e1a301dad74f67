"""Signals that a loop hears of: in its next iteration it learns of one, and has the callback called in the one after."""
import signal
from contextvars import copy_context
from threading import current_thread, main_thread

from asyncio import coroutines


def add_signal_handler(loop, sig, callback, *args):
    if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
        raise TypeError("coroutines cannot be used "  #@ asyncio/unix_events.py:98+
                        "with add_signal_handler()")
    _check_signal(sig)  #@ asyncio/unix_events.py:100
    loop._check_closed()  #@ asyncio/unix_events.py:101
    if current_thread() is not main_thread():
        raise RuntimeError('set_wakeup_fd only works in main thread of the main interpreter')
    signal._hearing = loop
    loop._signal_handlers = loop._signal_handlers | {sig: (callback, args, copy_context())}
    try:
        signal.signal(sig, _wake)
    except OSError:
        _forget(loop, sig)
        raise RuntimeError(f'sig {sig} cannot be caught')  #@ asyncio/unix_events.py:131


def remove_signal_handler(loop, sig):
    _check_signal(sig)  #@ asyncio/unix_events.py:150
    if sig not in loop._signal_handlers:
        return False
    signal.signal(sig, signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL)
    _forget(loop, sig)
    return True


def read_from_self(loop, sig):
    if sig in loop._signal_handlers:
        callback, args, context = loop._signal_handlers[sig]
        loop._call_soon(callback, *args, context=context)


def _on_sigint(runner, signum, frame, main_task):
    """What a runner does while it runs. Whoever interrupts again does not want to wait for what the task still does."""
    if runner._interrupted or main_task.done():
        raise KeyboardInterrupt()  #@ asyncio/runners.py:157
    runner._interrupted = True
    main_task.cancel()
    runner._loop.call_soon_threadsafe(lambda: None)


def _wake(signum, frame):
    pass


def _forget(loop, sig):
    loop._signal_handlers = {other: told for other, told in loop._signal_handlers.items() if other != sig}
    if not loop._signal_handlers:
        signal._hearing = None


def _check_signal(sig):
    if not isinstance(sig, int):
        raise TypeError(f'sig must be an int, not {sig!r}')  #@ asyncio/unix_events.py:184
    if sig not in signal.valid_signals():
        raise ValueError(f'invalid signal number {sig}')  #@ asyncio/unix_events.py:187
