"""Process pools. A worker process is a simulated thread with a copy of the program's globals; what goes in and comes
out is copied, and must be such as can be pickled."""
from _interleave import Pool, format_exception, get_ident, give_way
from multiprocessing.process import ForkingPickler as _ForkingPickler, Namespace, _processes

from concurrent.futures._base import BrokenExecutor, Executor, Future
from concurrent.futures.thread import _WorkItem


class BrokenProcessPool(BrokenExecutor):
    pass


class _RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class _Connection:
    """Carries objects into a worker's namespace and out of it."""

    def __init__(self, namespace):
        self._namespace = namespace

    def _send_bytes(self, copier):
        self.received = copier(self._namespace)

    def send(self, obj):
        self._send_bytes(_ForkingPickler.dumps(obj))  #@ multiprocessing/connection.py:206
        return self.received


class _CallItem:
    def __init__(self, fn, args, kwargs):
        self.fn, self.args, self.kwargs = fn, args, kwargs


def _process_worker(call_item):
    r = call_item.fn(*call_item.args, **call_item.kwargs)  #@ 253
    return r


def _process_chunk(fn, chunk):
    return [fn(*args) for args in chunk]  #@ 202


class ProcessPoolExecutor(Executor):
    _workers = _broken = None
    _shutdown = False

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if max_workers is None:
            max_workers = 8
        if max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._max_workers, self._initializer, self._initargs = max_workers, initializer, initargs
        self._pool = Pool(max_workers, 'ProcessPoolExecutor', processes=True)

    def submit(self, fn, /, *args, **kwargs):
        if self._shutdown:
            raise RuntimeError('cannot schedule new futures after shutdown')  #@ concurrent/futures/thread.py:170
        if self._workers is None:
            self._workers = [Namespace() for _ in range(self._max_workers)]
        future = Future()
        item = _WorkItem(self, future, self._call, (fn, args, kwargs), {})
        self._pool.submit(future, item.run, fn)
        give_way()
        return future

    def _prepare_worker(self):
        if get_ident() not in _processes:
            namespace = _processes[get_ident()] = self._workers.pop(0)
            if self._initializer is not None and not self._broken:
                try:
                    namespace.rebound(self._initializer)(*self._initargs)
                except BaseException:
                    from logging import getLogger
                    getLogger('concurrent.futures').critical('Exception in initializer:', exc_info=True)
                    self._broken = ('A process in the process pool was terminated abruptly '
                                    'while the future was running or pending.')
        if self._broken:
            raise BrokenProcessPool(self._broken)

    def _call(self, fn, args, kwargs):
        here = _Connection(_processes[get_ident()])
        call_item = _CallItem(*here.send((fn, args, kwargs)))
        failure = None
        try:
            result = _process_worker(call_item)
        except BaseException as raised:
            failure = raised
        if failure is None:
            return _Connection(None).send(result)
        text = format_exception(failure)
        error = _Connection(None).send(failure)
        error.__cause__ = _RemoteTraceback(f'\n"""\n{text}"""')
        raise error

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")  #@ 838
        items = list(zip(*iterables))
        chunks = [items[at:at + chunksize] for at in range(0, len(items), chunksize)]
        results = super().map(_Chunk(fn), chunks, timeout=timeout)
        return _chain_from_iterable_of_lists(results)

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
        if cancel_futures:
            for future in self._pool.cancel_jobs():
                future._invoke_callbacks()
        self._pool.shut_down()
        while wait and (ended := self._pool.next_to_end()):
            ended.wait()


class _Chunk:
    def __init__(self, fn):
        self.fn = fn

    def __call__(self, chunk):
        return _process_chunk(self.fn, chunk)


def _chain_from_iterable_of_lists(iterable):
    for element in iterable:  #@ 623
        element.reverse()
        while element:
            yield element.pop()
