"""Process pools: every worker is a real fork, so that it shares no globals, and its arguments and results are pickled.

A worker runs CPython's own worker loop. To its parent it is one simulated thread, which waits in its stead: whenever
virtual time has to pass in the worker, the worker says until when, and goes on once the parent's clock is there.
"""
import concurrent.futures
import concurrent.futures.process as pool_module
import itertools
import multiprocessing
import multiprocessing.process
import os
import signal
import sys
import threading
import warnings

from . import outputs
from .clock import clock
from .parties import parties

_MOST_SECONDS = 60              # of real time, for a worker whose parent has gone
_numbers = itertools.count(1)


class _Worker:
    """The worker process as its parent sees it."""

    def __init__(self, initializer, initargs):
        self._connection, far_end = multiprocessing.Pipe()
        number = next(_numbers)
        with warnings.catch_warnings():
            warnings.simplefilter('ignore', DeprecationWarning)     # forking with threads: all but this one stand still
            child = os.fork()
        if not child:
            self._connection.close()
            _serve(far_end, number, initializer, initargs)
        far_end.close()

    def call(self, fn, args, kwargs):
        try:
            self._connection.send((clock.ns, pool_module._CallItem(None, fn, args, kwargs)))
            while True:
                kind, value, printed, complained = self._connection.recv()
                sys.stdout.write(printed)
                sys.stderr.write(complained)
                if kind == 'result':
                    break
                parties.block(until=value)
                self._connection.send((clock.ns, None))
        except (EOFError, BrokenPipeError):
            raise pool_module.BrokenProcessPool('A process in the process pool was terminated abruptly '
                                                'while the future was running or pending.') from None
        if value.exception is not None:
            raise value.exception
        return value.result


class _Parent:
    """The parent as its worker sees it: two queues for CPython's worker loop, and the clock."""

    def __init__(self, connection):
        self._connection = connection

    def get(self, block=True):
        return self._receive()

    def put(self, result):
        self._tell('result', result)

    def advance(self, ns):
        self._tell('wait', ns)
        self._receive()

    def never(self):
        """Nothing here can go on: the parent waits for ever too, or until something else ends the program."""
        self.advance(None)

    def _tell(self, kind, value):
        self._connection.send((kind, value, *outputs.printed_so_far()))
        outputs.start_anew()

    def _receive(self):
        clock.ns, message = self._connection.recv()
        return message


def _serve(connection, number, initializer, initargs):
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(_MOST_SECONDS)
    threading.current_thread().name = 'MainThread'
    multiprocessing.process.current_process()._name = f'ForkProcess-{number}'
    outputs.start_anew()
    parent = _Parent(connection)
    parties.become_only()
    parties.advance, parties.on_deadlock = parent.advance, parent.never
    try:
        pool_module._process_worker(parent, parent, initializer, initargs)
    finally:
        os._exit(0)


def _init(pool, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
    if max_workers is None:
        max_workers = os.process_cpu_count()
    if max_workers <= 0:
        raise ValueError('max_workers must be greater than 0')
    if initializer is not None and not callable(initializer):
        raise TypeError('initializer must be a callable')
    pool._max_workers = max_workers
    pool._start = lambda: [_Worker(initializer, initargs) for _ in range(max_workers)]
    pool._workers = None
    pool._own = threading.local()
    pool._threads = concurrent.futures.ThreadPoolExecutor(max_workers, 'ProcessPoolExecutor')


def _call(pool, fn, args, kwargs):
    if not hasattr(pool._own, 'worker'):
        pool._own.worker = pool._workers.pop(0)
    return pool._own.worker.call(fn, args, kwargs)


def _submit(pool, fn, /, *args, **kwargs):
    if pool._workers is None:
        pool._workers = pool._start()       # all at the first job, as CPython does when it forks
    return pool._threads.submit(_call, pool, fn, args, kwargs)


def _shutdown(pool, wait=True, *, cancel_futures=False):
    pool._threads.shutdown(wait, cancel_futures=cancel_futures)


def install():
    pool = concurrent.futures.ProcessPoolExecutor
    pool.__init__, pool.submit, pool.shutdown = _init, _submit, _shutdown
