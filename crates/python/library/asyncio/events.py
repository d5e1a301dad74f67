"""Which loop there is: the running one, that of a thread, and the policy that makes them."""
import _asyncio
from _asyncio import get_running_loop, running_loop as _get_running_loop
from _interleave import MAIN_IDENT, get_ident
from _threading_local import local

__all__ = ('AbstractEventLoopPolicy', 'AbstractEventLoop', 'AbstractServer', 'Handle', 'TimerHandle',
           'get_event_loop_policy', 'set_event_loop_policy', 'get_event_loop', 'set_event_loop', 'new_event_loop',
           'get_running_loop', '_get_running_loop')


class Handle(_asyncio.Handle):
    def __repr__(self):
        return _asyncio.repr(self)


class TimerHandle(_asyncio.TimerHandle):
    def __repr__(self):
        return _asyncio.repr(self)

    def __lt__(self, other):
        return self.when() < other.when() if isinstance(other, TimerHandle) else NotImplemented


class AbstractServer:
    pass


class AbstractEventLoop:
    pass


class AbstractEventLoopPolicy:
    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    _loop_factory = None

    def __init__(self):
        self._local = local()

    def get_event_loop(self):
        local = self._local
        if getattr(local, 'loop', None) is None and not hasattr(local, 'set_called') and \
                get_ident() == MAIN_IDENT:
            import warnings
            level = 2
            # The warning is for who called asyncio, wherever that was.
            import sys
            frame = sys._getframe(1)
            while frame is not None and frame.f_globals.get('__name__', '').partition('.')[0] == 'asyncio':
                frame, level = frame.f_back, level + 1
            warnings.warn('There is no current event loop', DeprecationWarning, stacklevel=level)
            self.set_event_loop(self.new_event_loop())
        if getattr(local, 'loop', None) is None:
            import threading
            raise RuntimeError('There is no current event loop in thread %r.'  #@ 716+
                               % threading.current_thread().name)
        return local.loop

    def set_event_loop(self, loop):
        self._local.set_called = True
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")  #@ 725
        for one, is_current in (getattr(self._local, 'loop', None), False), (loop, True):
            if isinstance(one, _asyncio.Loop):
                one._set_current(is_current)
        self._local.loop = loop

    def new_event_loop(self):
        return self._loop_factory()


_policy = None


def get_event_loop_policy():
    global _policy
    if _policy is None:
        from asyncio.unix_events import DefaultEventLoopPolicy
        _policy = DefaultEventLoopPolicy()
    return _policy


def set_event_loop_policy(policy):
    global _policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError(f"policy must be an instance of AbstractEventLoopPolicy or None, not '{type(policy).__name__}'")  #@ 810
    _policy = policy


def get_event_loop():
    loop = _get_running_loop()
    return get_event_loop_policy().get_event_loop() if loop is None else loop


def set_event_loop(loop):
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    return get_event_loop_policy().new_event_loop()


_asyncio.register(handle_class=Handle, timer_handle_class=TimerHandle)
