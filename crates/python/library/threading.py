"""Simulated threads, and what they wait with. A thread keeps running until it blocks; who waits on something goes on
in the order in which they blocked, for a signal's waiters keep their place until they can go on."""
import sys
from time import monotonic_ns

from _interleave import (MAIN_IDENT, Signal, deque, get_ident, give_way, live_threads, start_thread, thread_fails,
                         thread_name)
from _threading_local import local

__all__ = ['get_ident', 'active_count', 'Condition', 'current_thread', 'enumerate', 'main_thread', 'TIMEOUT_MAX',
           'Event', 'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Thread', 'Barrier', 'BrokenBarrierError',
           'Timer', 'excepthook', 'ExceptHookArgs', 'local', 'get_native_id', 'getprofile', 'gettrace',
           'setprofile', 'settrace', 'stack_size']

TIMEOUT_MAX = 9223372036.0
get_native_id = get_ident
ThreadError = RuntimeError


def _outdated(name, instead):
    from warnings import warn
    warn(f'{name}() is deprecated, {instead} instead', DeprecationWarning, stacklevel=3)


def _check(blocking, timeout):
    if not blocking and timeout != -1:
        raise ValueError("can't specify a timeout for a non-blocking call")
    if timeout < 0 and timeout != -1:
        raise ValueError('timeout value must be a non-negative number')


class lock:
    __module__ = '_thread'
    __slots__ = '_free', '__weakref__'

    def __init__(self):
        self._free = Signal()
        self._free.set()

    def acquire(self, blocking=True, timeout=-1):
        free = self._free
        if not blocking or timeout != -1:
            _check(blocking, timeout)
        if not free.is_set() and (not blocking or not free.wait(None if timeout == -1 else timeout)):
            return False
        free.clear()
        return True

    def release(self):
        if self._free.is_set():
            raise RuntimeError('release unlocked lock')
        self._free.set()

    def locked(self):
        return not self._free.is_set()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exception):
        self.release()

    def __repr__(self):
        state = 'locked' if self.locked() else 'unlocked'
        return f'<{state} _thread.lock object at {id(self):#x}>'


Lock = _allocate_lock = lock


class _RLock:
    def __init__(self):
        self._block, self._owner, self._count = lock(), None, 0

    def acquire(self, blocking=True, timeout=-1):
        me = get_ident()
        if self._owner == me:
            self._count += 1
            return True
        taken = self._block.acquire(blocking, timeout)
        if taken:
            self._owner, self._count = me, 1
        return taken

    __enter__ = acquire

    def release(self):
        if self._owner != get_ident():
            raise RuntimeError("cannot release un-acquired lock")  #@ 231
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()

    def __exit__(self, *exception):
        self.release()

    def _is_owned(self):
        return self._owner == get_ident()

    def _release_save(self):
        state = self._count, self._owner
        self._count, self._owner = 0, None
        self._block.release()
        return state

    def _acquire_restore(self, state):
        self._block.acquire()
        self._count, self._owner = state

    def __repr__(self):
        owner = _active[self._owner].name if self._owner in _active else self._owner
        return (f'<{"locked" if self._block.locked() else "unlocked"} threading._RLock object '
                f'owner={owner!r} count={self._count} at {id(self):#x}>')


def RLock():
    return _RLock()


class Condition:
    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self._waiters = deque()
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exception):
        return self._lock.__exit__(*exception)

    def __repr__(self):
        return f'<Condition({self._lock}, {len(self._waiters)})>'

    def _is_owned(self):
        owned = getattr(self._lock, '_is_owned', None)
        return self._lock.locked() if owned is None else owned()

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")  #@ 351
        word = Signal()
        self._waiters.append(word)
        by_count = getattr(self._lock, '_release_save', None)
        state = by_count() if by_count else self.release()
        heard = False
        try:
            heard = word.wait(timeout) if timeout is None or timeout > 0 else False
            return heard
        finally:
            self._lock._acquire_restore(state) if by_count else self.acquire()
            if not heard and word in self._waiters:
                self._waiters.remove(word)

    def wait_for(self, predicate, timeout=None):
        end = None
        result = predicate()
        while not result:
            if timeout is not None:
                if end is None:
                    end = _until(timeout)
                elif timeout <= 0:
                    break
            self.wait(timeout)
            if end is not None:
                timeout = _left(end)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")  #@ 409
        while self._waiters and n > 0:
            self._waiters.popleft().set()
            n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))

    def notifyAll(self):
        _outdated('notifyAll', 'use notify_all()')
        self.notify_all()


def _until(timeout):
    """An end of waiting: whole nanoseconds, so that no remainder of a float is left to wait for."""
    return monotonic_ns() + round(timeout * 1e9)


def _left(end):
    return (end - monotonic_ns()) / 1e9


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")  #@ 463
        self._value, self._waiters = value, deque()

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")  #@ 497
        end = None
        while not self._value:
            if not blocking:
                return False
            if timeout is not None:
                if end is None:
                    end = _until(timeout)
                timeout = _left(end)
                if timeout <= 0:
                    return False
            word = Signal()
            self._waiters.append(word)
            if not word.wait(timeout):
                self._waiters.remove(word)
        self._value -= 1
        return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')  #@ 527
        self._give(n)

    def _give(self, n):
        self._value += n
        for _ in range(min(n, len(self._waiters))):
            self._waiters.popleft().set()

    def __exit__(self, *exception):
        self.release()

    def __repr__(self):
        cls = type(self)
        return f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._value}>'


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')  #@ 573
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")  #@ 576
        self._give(n)

    def __repr__(self):
        return f'{super().__repr__()[:-1]}/{self._initial_value}>'


class Event:
    def __init__(self):
        self._flag, self._waiters = False, []

    def is_set(self):
        return self._flag

    def isSet(self):
        _outdated('isSet', 'use is_set()')
        return self.is_set()

    def set(self):
        self._flag = True
        waiters, self._waiters = self._waiters, []
        for word in waiters:
            word.set()

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        if self._flag or timeout is not None and timeout <= 0:
            return self._flag
        word = Signal()
        self._waiters.append(word)
        heard = word.wait(timeout)
        if not heard:
            self._waiters.remove(word)
        return heard

    def __repr__(self):
        cls = type(self)
        return f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {"set" if self._flag else "unset"}>'


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """Its state: 0 fills, 1 drains, -1 is being reset, -2 broken."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")  #@ 693
        self._cond = Condition(lock())
        self._parties, self._action, self._timeout = parties, action, timeout
        self._state = self._count = 0

    def __repr__(self):
        cls = type(self)
        state = 'broken' if self.broken else f'waiters={self.n_waiting}/{self.parties}'
        return f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {state}>'

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            self._enter()  #@ 720
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._release()  #@ 726
                else:
                    self._wait(timeout)  #@ 729
                return index
            finally:
                self._count -= 1
                if not self._count and self._state in (-1, 1):
                    self._state = 0
                    self._cond.notify_all()

    def _enter(self):
        while self._state in (-1, 1):
            self._cond.wait()
        if self._state < 0:
            raise BrokenBarrierError  #@ 744

    def _release(self):
        try:
            if self._action:
                self._action()  #@ 752
            self._state = 1
            self._cond.notify_all()
        except:
            self._break()
            raise

    def _wait(self, timeout):
        if not self._cond.wait_for(lambda: self._state != 0, timeout):
            self._break()
            raise BrokenBarrierError  #@ 767
        if self._state < 0:
            raise BrokenBarrierError  #@ 769

    def _break(self):
        self._state = -2
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            self._state = -1 if self._count and self._state != 1 else self._state if self._count else 0
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == 0 else 0

    @property
    def broken(self):
        return self._state == -2


_active = {}
_numbers = 0


def _newname(template):
    global _numbers
    _numbers += 1
    return template % _numbers


class Thread:
    _initialized = False
    _ended = _ident = None
    _started = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"  #@ 892
        if name:
            name = str(name)
        else:
            name = _newname('Thread-%d')
            if target is not None and hasattr(target, '__name__'):
                name += f' ({target.__name__})'
        self._target, self._name, self._args, self._kwargs = target, name, args, {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._initialized = True

    def __repr__(self):
        assert self._initialized, 'Thread.__init__() was not called'
        status = 'initial' if not self._started else 'started' if self.is_alive() else 'stopped'
        if self._daemonic:
            status += ' daemon'
        if self._ident is not None:
            status += f' {self._ident}'
        return f'<{type(self).__name__}({self._name}, {status})>'

    def start(self):
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")  #@ 964
        if self._started:
            raise RuntimeError("threads can only be started once")  #@ 967
        self._started = True
        self._ended = start_thread(self._bootstrap, self._daemonic, self._name)
        give_way()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)  #@ 992
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._bootstrap_inner()  #@ 1012

    def _bootstrap_inner(self):
        self._ident = get_ident()
        _active[self._ident] = self
        try:
            self.run()  #@ 1041
        except BaseException as error:
            if not isinstance(error, SystemExit):
                thread_fails()
            self._invoke_excepthook(self)  #@ 1043
        finally:
            del _active[self._ident]

    def _invoke_excepthook(self, thread):
        hook = excepthook
        hook(ExceptHookArgs((*sys.exc_info(), thread)))

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")  #@ 1081
        if not self._started:
            raise RuntimeError("cannot join thread before it is started")  #@ 1083
        if self is current_thread():
            raise RuntimeError("cannot join current thread")  #@ 1085
        if self.is_alive():
            self._ended.wait(None if timeout is None else max(0, timeout))

    def is_alive(self):
        assert self._initialized, 'Thread.__init__() not called'
        return self._started and not self._ended.is_set()

    @property
    def name(self):
        assert self._initialized, 'Thread.__init__() not called'
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def ident(self):
        return self._ident

    native_id = ident

    @property
    def daemon(self):
        assert self._initialized, 'Thread.__init__() not called'
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")  #@ 1163
        if self._started:
            raise RuntimeError("cannot set daemon status of active thread")  #@ 1167
        self._daemonic = daemonic

    def isDaemon(self):
        _outdated('isDaemon', 'get the daemon attribute')
        return self.daemon

    def setDaemon(self, daemonic):
        _outdated('setDaemon', 'set the daemon attribute')
        self.daemon = daemonic

    def getName(self):
        _outdated('getName', 'get the name attribute')
        return self.name

    def setName(self, name):
        _outdated('setName', 'set the name attribute')
        self.name = name


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval, self.function = interval, function
        self.args, self.kwargs = [] if args is None else args, {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)  #@ 1342
        self.finished.set()


class _Found(Thread):
    """A thread that this module did not start: a pool's worker."""

    def __init__(self, ident, name, daemon=False):
        self._ident, self._name, self._daemonic = ident, name, daemon
        self._initialized = self._started = True

    def is_alive(self):
        return self._ident in live_threads()


_Found.__name__ = 'Thread'


class _MainThread(_Found):
    pass


_main_thread = _active[MAIN_IDENT] = _MainThread(MAIN_IDENT, 'MainThread')


def main_thread():
    return _main_thread


def _known(ident):
    thread = _active.get(ident)
    if thread is None:
        thread = _active[ident] = _Found(ident, thread_name(ident))
    return thread


def current_thread():
    return _known(get_ident())


def currentThread():
    _outdated('currentThread', 'use current_thread()')
    return current_thread()


def enumerate():
    return [_known(ident) for ident in live_threads()]


def active_count():
    return len(live_threads())


def activeCount():
    _outdated('activeCount', 'use active_count()')
    return active_count()


class ExceptHookArgs(tuple):
    __module__ = '_thread'
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])

    def __repr__(self):
        return ('_thread._ExceptHookArgs(exc_type={!r}, exc_value={!r}, exc_traceback={!r}, thread={!r})'
                .format(*self))


def excepthook(args, /):
    from _interleave import format_exception
    kind, error, _, thread = args
    if kind is not SystemExit:
        name = get_ident() if thread is None else thread.name
        sys.stderr.write(f'Exception in thread {name}:\n{format_exception(error)}')


__excepthook__ = excepthook


def settrace(func):
    pass


setprofile = settrace


def gettrace():
    return None


getprofile = gettrace


def stack_size(size=0):
    return 0


def _register_atexit(func, *args, **kwargs):
    import atexit
    atexit.register(func, *args, **kwargs)
