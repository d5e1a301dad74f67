"""The future of a job, waiting for several of them, and what executors share.

State, result and signal of a future are native, so that a loop's futures can follow it; here is what calls back.
"""
from _interleave import CancelledError, ConcurrentFuture, Error, Signal, deque
from types import GenericAlias

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'
PENDING, RUNNING, CANCELLED, FINISHED = 'PENDING', 'RUNNING', 'CANCELLED', 'FINISHED'
_DONE = CANCELLED, FINISHED

TimeoutError = TimeoutError


class InvalidStateError(Error):
    pass


class BrokenExecutor(RuntimeError):
    pass


class Future(ConcurrentFuture):
    def __init__(self):
        self._done_callbacks = []

    def __repr__(self):
        state = self._state
        text = f'<{type(self).__name__} at {id(self):#x} state={state.lower()}'
        if state == FINISHED:
            result, error = self._outcome()
            text += f' returned {type(result).__name__}' if error is None else f' raised {type(error).__name__}'
        return text + '>'

    def cancel(self):
        if self._state in (RUNNING, FINISHED):
            return False
        if self._cancel():
            self._invoke_callbacks()
        return True

    def cancelled(self):
        return self._state == CANCELLED

    def running(self):
        return self._state == RUNNING

    def done(self):
        return self._state in _DONE

    def add_done_callback(self, fn):
        if not self.done():
            self._done_callbacks.append(fn)
            return
        try:
            fn(self)  #@ 424
        except Exception:
            self._complain()

    def _invoke_callbacks(self):
        callbacks, self._done_callbacks = self._done_callbacks, []
        for callback in callbacks:
            try:
                callback(self)  #@ 340
            except Exception:
                self._complain()

    def _complain(self):
        from logging import getLogger
        getLogger('concurrent.futures').exception('exception calling callback for %r', self)

    def _wait(self, timeout):
        if timeout is None or timeout > 0:
            self._signal.wait(timeout)

    def __get_result(self):
        result, self._exception = self._outcome()
        if self._exception is None:
            return result
        try:
            raise self._exception  #@ 401
        finally:
            self = None

    def result(self, timeout=None):
        try:
            if self._state == CANCELLED:
                raise CancelledError()  #@ 447
            elif self._state == FINISHED:
                return self.__get_result()  #@ 449
            self._wait(timeout)
            if self._state == CANCELLED:
                raise CancelledError()  #@ 454
            elif self._state == FINISHED:
                return self.__get_result()  #@ 456
            else:
                raise TimeoutError()  #@ 458
        finally:
            self = None

    def exception(self, timeout=None):
        if self._state == CANCELLED:
            raise CancelledError()  #@ 483
        if self._state != FINISHED:
            self._wait(timeout)
            if self._state == CANCELLED:
                raise CancelledError()  #@ 490
            if self._state != FINISHED:
                raise TimeoutError()  #@ 494
        return self._outcome()[1]

    def set_running_or_notify_cancel(self):
        if self._state == CANCELLED:
            return False
        if self._begin():
            return True
        from logging import getLogger
        getLogger('concurrent.futures').critical('Future %s in unexpected state: %s', id(self), self._state)
        raise RuntimeError('Future in unexpected state')  #@ 535

    def set_result(self, result):
        if not self._finish(result, None):
            raise InvalidStateError('{}: {!r}'.format(self._state, self))  #@ 544
        self._invoke_callbacks()

    def set_exception(self, exception):
        if not self._finish(None, exception):
            raise InvalidStateError('{}: {!r}'.format(self._state, self))  #@ 559
        self._invoke_callbacks()

    __class_getitem__ = classmethod(GenericAlias)


class DoneAndNotDoneFutures(tuple):
    __slots__ = ()
    _fields = 'done', 'not_done'
    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])

    def __repr__(self):
        return f'DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})'


def _failed(future):
    return future._state == FINISHED and future._outcome()[1] is not None


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = dict.fromkeys(fs)
    waiting = [future for future in fs if not future.done()]
    enough = not waiting
    if return_when == FIRST_COMPLETED:
        enough = len(waiting) < len(fs)
    elif return_when == FIRST_EXCEPTION:
        enough = enough or any(map(_failed, fs))
    elif return_when != ALL_COMPLETED and waiting:
        raise ValueError("Invalid return condition: %r" % return_when)
    if not enough:
        word = Signal()
        left = len(waiting)

        def told(future):
            nonlocal left
            left -= 1
            if not left or return_when == FIRST_COMPLETED or return_when == FIRST_EXCEPTION and _failed(future):
                word.set()
        for future in waiting:
            future.add_done_callback(told)
        if timeout is None or timeout > 0:
            word.wait(timeout)
    done = {future for future in fs if future.done()}
    return DoneAndNotDoneFutures((done, {future for future in fs if future not in done}))


def as_completed(fs, timeout=None):
    from threading import _until
    end = None if timeout is None else _until(timeout)
    return _each(dict.fromkeys(fs), end)


def _each(fs, end):
    from threading import _left
    finished, news = deque(), Signal()

    def told(future):
        finished.append(future)
        news.set()
    for future in fs:
        future.add_done_callback(told)
    for left in range(len(fs), 0, -1):
        if not finished:
            news.clear()
            if not news.wait(None if end is None else max(0, _left(end))):
                raise TimeoutError(f'{left} (of {len(fs)}) futures unfinished')
        yield finished.popleft()


def _result_or_cancel(fut, timeout=None):
    try:
        try:
            return fut.result(timeout)  #@ 317
        finally:
            fut.cancel()
    finally:
        del fut


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()  #@ 581

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        from threading import _left, _until
        end = None if timeout is None else _until(timeout)
        fs = [self.submit(fn, *args) for args in zip(*iterables)]

        def result_iterator():
            try:
                fs.reverse()
                while fs:
                    if timeout is None:
                        yield _result_or_cancel(fs.pop())  #@ 619
                    else:
                        yield _result_or_cancel(fs.pop(), _left(end))  #@ 621
            finally:
                for future in fs:
                    future.cancel()
        return result_iterator()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False

