"""What lessons still teach and Python has removed: it works as it last did, with the warning it last gave."""
import types
import warnings

import _asyncio

__all__ = ('coroutine', 'WindowsSelectorEventLoopPolicy', 'WindowsProactorEventLoopPolicy', 'ProactorEventLoop')


def coroutine(func):
    if _asyncio.removed_is_error():
        raise AttributeError("module 'asyncio' has no attribute 'coroutine'")
    warnings.warn('"@coroutine" decorator is deprecated since Python 3.8, use "async def" instead',
                  DeprecationWarning, stacklevel=2)
    from asyncio.coroutines import _is_coroutine, iscoroutinefunction
    if iscoroutinefunction(func):
        return func
    wrapper = types.coroutine(func)
    wrapper._is_coroutine = _is_coroutine
    return wrapper


def coroutines_in_wait():
    if _asyncio.removed_is_error():
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")  #@ asyncio/tasks.py:448
    warnings.warn('The explicit passing of coroutine objects to asyncio.wait() is deprecated since Python 3.8, and '
                  'scheduled for removal in Python 3.11.', DeprecationWarning, stacklevel=3)


def __getattr__(name):
    from asyncio import unix_events
    if name == 'ProactorEventLoop':
        return unix_events.SelectorEventLoop
    if name in __all__:
        return unix_events.DefaultEventLoopPolicy
    raise AttributeError(name)
