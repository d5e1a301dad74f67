"""Tools for `with` and `async with`."""

import sys
from _interleave import type_lookup
from abc import ABC, abstractmethod
from functools import wraps
from types import GenericAlias, MethodType


def _has(C, *methods):
    return all(type_lookup(C, name) is not None for name in methods) or NotImplemented


class AbstractContextManager(ABC):
    __class_getitem__ = classmethod(GenericAlias)
    __slots__ = ()

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        return _has(C, '__enter__', '__exit__') if cls is AbstractContextManager else NotImplemented


class AbstractAsyncContextManager(ABC):
    __class_getitem__ = classmethod(GenericAlias)
    __slots__ = ()

    async def __aenter__(self):
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        return _has(C, '__aenter__', '__aexit__') if cls is AbstractAsyncContextManager else NotImplemented


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)  #@ 85
        return inner


class AsyncContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)  #@ 101
        return inner


class _GeneratorContextManagerBase:
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        self.__doc__ = getattr(func, '__doc__', None) or type(self).__doc__

    def _recreate_cm(self):
        # A generator runs once: as a decorator the manager needs a fresh one for each call.
        return self.__class__(self.func, self.args, self.kwds)

    def _forget_arguments(self):
        del self.args, self.kwds, self.func


def _passed_on(exc, value, traceback, stop):
    # Did the generator let the exception thrown into it pass (perhaps as the RuntimeError that stands for a
    # stop)? Then the `with` statement raises it itself, with the traceback it had.
    if exc is value:
        exc.__traceback__ = traceback
        return True
    if isinstance(exc, RuntimeError) and isinstance(value, stop) and exc.__cause__ is value:
        value.__traceback__ = traceback
        return True
    return False


class _GeneratorContextManager(_GeneratorContextManagerBase, AbstractContextManager, ContextDecorator):
    def __enter__(self):
        self._forget_arguments()
        try:
            return next(self.gen)  #@ 141
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None  #@ 143

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)  #@ 148
            except StopIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")  #@ 153
            finally:
                self.gen.close()
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)  #@ 162
        except StopIteration as exc:
            return exc is not value
        except BaseException as exc:
            if _passed_on(exc, value, traceback, StopIteration):
                return False
            raise
        try:
            raise RuntimeError("generator didn't stop after throw()")  #@ 198
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(
    _GeneratorContextManagerBase, AbstractAsyncContextManager, AsyncContextDecorator
):
    async def __aenter__(self):
        self._forget_arguments()
        try:
            return await anext(self.gen)  #@ 214
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None  #@ 216

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)  #@ 221
            except StopAsyncIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")  #@ 226
            finally:
                await self.gen.aclose()
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(value)  #@ 235
        except StopAsyncIteration as exc:
            return exc is not value
        except BaseException as exc:
            if _passed_on(exc, value, traceback, (StopIteration, StopAsyncIteration)):
                return False
            raise
        try:
            raise RuntimeError("generator didn't stop after athrow()")  #@ 271
        finally:
            await self.gen.aclose()


def contextmanager(func):
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)  #@ 305
    return helper


def asynccontextmanager(func):
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)  #@ 338
    return helper


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()  #@ 364


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()  #@ 390


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    _stream = 'stdout'


class redirect_stderr(_RedirectStream):
    _stream = 'stderr'


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None:
            return None
        if issubclass(exctype, self._exceptions):
            return True
        if issubclass(exctype, BaseExceptionGroup):
            _, rest = excinst.split(self._exceptions)
            if rest is None:
                return True
            raise rest  #@ 468
        return False


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class chdir(AbstractContextManager):
    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        import os
        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        import os
        os.chdir(self._old_cwd.pop())


def _bridge_context(new_exc, old_exc, outside):
    # A callback's exception arose while `old_exc` was handled, whatever contexts the unwinding gave it.
    while True:
        context = new_exc.__context__
        if context is None or context is old_exc:
            return
        if context is outside:
            break
        new_exc = context
    new_exc.__context__ = old_exc


class _BaseExitStack:
    def __init__(self):
        self._exit_callbacks = []

    def pop_all(self):
        new_stack = type(self)()
        new_stack._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = []
        return new_stack

    def push(self, exit):
        method = type_lookup(type(exit), '__exit__')
        self._exit_callbacks.append((True, exit if method is None else MethodType(method, exit)))
        return exit

    def enter_context(self, cm):
        cls = type(cm)
        try:
            _enter = cls.__enter__
            _exit = cls.__exit__
        except AttributeError:
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does "  #@ 528+
                            f"not support the context manager protocol") from None
        result = _enter(cm)  #@ 530
        self._exit_callbacks.append((True, MethodType(_exit, cm)))
        return result

    def callback(self, callback, /, *args, **kwds):
        def _exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)  #@ 482

        _exit_wrapper.__wrapped__ = callback
        self._exit_callbacks.append((True, _exit_wrapper))
        return callback


def _details(exc):
    return (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)


class ExitStack(_BaseExitStack, AbstractContextManager):
    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        received = exc = exc_details[1]
        outside = sys.exception()
        suppressed = pending_raise = False
        while self._exit_callbacks:
            _, cb = self._exit_callbacks.pop()
            try:
                exc_details = _details(exc)
                if cb(*exc_details):  #@ 604
                    suppressed = True
                    pending_raise = False
                    exc = None
            except BaseException as new_exc:
                _bridge_context(new_exc, exc, outside)
                pending_raise = True
                exc = new_exc
        if pending_raise:
            context = exc.__context__
            try:
                raise exc  #@ 619
            except BaseException:
                exc.__context__ = context
                raise
        return received is not None and suppressed

    def close(self):
        self.__exit__(None, None, None)  #@ 627


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    async def enter_async_context(self, cm):
        cls = type(cm)
        try:
            _enter = cls.__aenter__
            _exit = cls.__aexit__
        except AttributeError:
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does "  #@ 665+
                            f"not support the asynchronous context manager protocol"
                           ) from None
        result = await _enter(cm)  #@ 668
        self._exit_callbacks.append((False, MethodType(_exit, cm)))
        return result

    def push_async_exit(self, exit):
        method = type_lookup(type(exit), '__aexit__')
        self._exit_callbacks.append((False, exit if method is None else MethodType(method, exit)))
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        async def _exit_wrapper(exc_type, exc, tb):
            await callback(*args, **kwds)  #@ 651

        _exit_wrapper.__wrapped__ = callback
        self._exit_callbacks.append((False, _exit_wrapper))
        return callback

    async def aclose(self):
        await self.__aexit__(None, None, None)  #@ 705

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        received = exc = exc_details[1]
        outside = sys.exception()
        suppressed = pending_raise = False
        while self._exit_callbacks:
            is_sync, cb = self._exit_callbacks.pop()
            try:
                exc_details = _details(exc)
                if is_sync:
                    cb_suppress = cb(*exc_details)  #@ 749
                else:
                    cb_suppress = await cb(*exc_details)  #@ 751
                if cb_suppress:
                    suppressed = True
                    pending_raise = False
                    exc = None
            except BaseException as new_exc:
                _bridge_context(new_exc, exc, outside)
                pending_raise = True
                exc = new_exc
        if pending_raise:
            context = exc.__context__
            try:
                raise exc  #@ 768
            except BaseException:
                exc.__context__ = context
                raise
        return received is not None and suppressed
