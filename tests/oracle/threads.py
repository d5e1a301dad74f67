"""threading, queue and concurrent.futures on simulated threads.

Only two things are replaced: the lock, which blocks a party, and the way in which a thread starts, ends and is joined.
Conditions, events, semaphores, queues, futures and thread pools are then CPython's own code, in its versions written in
Python, and so keep its order, texts and tracebacks.
"""
import concurrent.futures
import concurrent.futures.thread
import queue
import threading
import time

from .clock import clock, nanoseconds
from .ordered import OrderedSet
from .parties import parties


class Lock:
    def __init__(self):
        self._held = False

    def acquire(self, blocking=True, timeout=-1):
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout < 0 and timeout != -1:
            raise ValueError('timeout value must be a non-negative number')
        if self._held:
            if not blocking:
                return False
            until = None if timeout == -1 else clock.ns + nanoseconds(timeout)
            parties.block(until, lambda: not self._held)
            if self._held:
                return False
        self._held = True
        return True

    def release(self):
        if not self._held:
            raise RuntimeError('release unlocked lock')
        self._held = False

    def locked(self):
        return self._held

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exception):
        self.release()

    def __repr__(self):
        return f'<{"locked" if self._held else "unlocked"} _thread.lock object at {id(self):#x}>'


Lock.__name__ = Lock.__qualname__ = 'lock'
Lock.__module__ = '_thread'

_real_start = threading.Thread.start
_real_bootstrap = threading.Thread._bootstrap
_real_is_alive = threading.Thread.is_alive
_real_submit = concurrent.futures.ThreadPoolExecutor.submit
_real_wait = concurrent.futures.wait


def _start(thread):
    if getattr(thread, '_initialized', False) and not thread._started.is_set():
        thread._party = parties.enter()
        thread._started.wait = lambda timeout=None: True    # the baton starts it: there is nothing to wait for
    _real_start(thread)
    parties.give_way()


def _bootstrap(thread):
    parties.take_up(thread._party)
    try:
        _real_bootstrap(thread)
    finally:
        parties.leave(thread._party)


def _is_alive(thread):
    party = getattr(thread, '_party', None)
    return _real_is_alive(thread) if party is None else not party.ended


def _join(thread, timeout=None):
    if not thread._initialized:
        raise RuntimeError('Thread.__init__() not called')
    if not thread._started.is_set():
        raise RuntimeError('cannot join thread before it is started')
    if thread is threading.current_thread():
        raise RuntimeError('cannot join current thread')
    if thread.is_alive():
        until = None if timeout is None else clock.ns + max(0, nanoseconds(timeout))
        parties.block(until, lambda: not thread.is_alive())


def _submit(pool, fn, /, *args, **kwargs):
    """A job starts at once if a worker is free, but not before the pool has put its books in order."""
    with parties.undisturbed():
        future = _real_submit(pool, fn, *args, **kwargs)
    parties.give_way()
    return future


def _wait(fs, timeout=None, return_when=concurrent.futures.ALL_COMPLETED):
    fs = OrderedSet(fs)
    done, _ = _real_wait(fs, timeout, return_when)
    in_order = OrderedSet(future for future in fs if future in done)
    return concurrent.futures._base.DoneAndNotDoneFutures(in_order, fs - done)


def _as_completed(fs, timeout=None):
    """Those that are done already in the order given, then the others as they finish."""
    fs = dict.fromkeys(fs)
    end = None if timeout is None else time.monotonic() + timeout
    finished = queue.SimpleQueue()
    for future in fs:
        future.add_done_callback(finished.put)
    for left in range(len(fs), 0, -1):
        try:
            yield finished.get(timeout=None if end is None else max(0, end - time.monotonic()))
        except queue.Empty:
            raise TimeoutError(f'{left} (of {len(fs)}) futures unfinished') from None


def join_all():
    """What CPython does at the end of a program: pools finish their jobs, then every thread that is no daemon is awaited."""
    for callback in reversed(threading._threading_atexits):
        callback()
    for thread in threading.enumerate():
        if hasattr(thread, '_party') and not thread.daemon and thread is not threading.current_thread():
            thread.join()


def install():
    threading.Lock = threading._allocate_lock = Lock
    threading._CRLock = None
    queue.SimpleQueue = queue._PySimpleQueue
    concurrent.futures.thread._global_shutdown_lock = Lock()
    concurrent.futures.thread.set = OrderedSet
    threading.Thread.start, threading.Thread._bootstrap = _start, _bootstrap
    threading.Thread.is_alive, threading.Thread.join = _is_alive, _join
    concurrent.futures.ThreadPoolExecutor.submit = _submit
    concurrent.futures.wait = concurrent.futures._base.wait = _wait
    concurrent.futures.as_completed = concurrent.futures._base.as_completed = _as_completed
