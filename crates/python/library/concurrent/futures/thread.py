"""Thread pools: workers and their queue of jobs are native; a job itself, and what it reports, are here."""
from _interleave import Pool, get_ident, give_way

from concurrent.futures._base import BrokenExecutor, Executor, Future


_shutdown = False


def _python_exit():
    global _shutdown
    _shutdown = True


class BrokenThreadPool(BrokenExecutor):
    pass


class _WorkItem:
    """What a worker calls."""
    __slots__ = 'executor', 'future', 'fn', 'args', 'kwargs'

    def __init__(self, executor, future, fn, args, kwargs):
        self.executor, self.future, self.fn, self.args, self.kwargs = executor, future, fn, args, kwargs

    def run(self):
        try:
            self.executor._prepare_worker()
            result = self.fn(*self.args, **self.kwargs)  #@ 58
        except BaseException as error:
            self.future.set_exception(error)
            self = None
        else:
            self.future.set_result(result)


class ThreadPoolExecutor(Executor):
    _pools = 0

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        if max_workers is None:
            max_workers = 12
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")  #@ 147
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")  #@ 150
        if not thread_name_prefix:
            thread_name_prefix = f'ThreadPoolExecutor-{ThreadPoolExecutor._pools}'
            ThreadPoolExecutor._pools += 1
        self._max_workers, self._initializer, self._initargs = max_workers, initializer, initargs
        self._shutdown, self._broken, self._prepared = False, None, set()
        self._pool = Pool(max_workers, thread_name_prefix)

    def submit(self, fn, /, *args, **kwargs):
        if self._broken:
            raise BrokenThreadPool(self._broken)  #@ 167
        if self._shutdown:
            raise RuntimeError('cannot schedule new futures after shutdown')  #@ 170
        if _shutdown:
            raise RuntimeError('cannot schedule new futures after '  #@ 172+
                               'interpreter shutdown')
        future = Future()
        self._pool.submit(future, _WorkItem(self, future, fn, args, kwargs).run, fn)
        give_way()
        return future

    def _prepare_worker(self):
        """The first job of a worker runs the initializer before."""
        if self._initializer is not None and get_ident() not in self._prepared and not self._broken:
            self._prepared.add(get_ident())
            self._run_initializer()
        if self._broken:
            raise BrokenThreadPool(self._broken)

    def _run_initializer(self):
        try:
            _worker(self._initializer, self._initargs)
        except BaseException:
            from logging import getLogger
            getLogger('concurrent.futures').critical('Exception in initializer:', exc_info=True)
            self._broken = 'A thread initializer failed, the thread pool is not usable anymore'

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
        if cancel_futures:
            for future in self._pool.cancel_jobs():
                future._invoke_callbacks()
        self._pool.shut_down()
        while wait and (ended := self._pool.next_to_end()):
            ended.wait()


def _worker(initializer, initargs):
    initializer(*initargs)  #@ 72
