"""What lessons still teach and Python has removed: it works as it last did, with the warning it last gave."""
import types
import warnings

import _asyncio

__all__ = ('coroutine', 'WindowsSelectorEventLoopPolicy', 'WindowsProactorEventLoopPolicy', 'ProactorEventLoop')


if _asyncio.removed_is_error():
    __all__ = __all__[1:]


def coroutine(func):
    import linecache
    import sys
    # The warning is for the line of the `def`, below this and other decorators.
    caller = sys._getframe(1)
    file, line = caller.f_code.co_filename, caller.f_lineno
    while linecache.getline(file, line).lstrip().startswith('@'):
        line += 1
    warnings.warn_explicit('"@coroutine" decorator is deprecated since Python 3.8, use "async def" instead',
                           DeprecationWarning, file, line, caller.f_globals.get('__name__'))
    import functools
    import inspect
    from asyncio.coroutines import _is_coroutine
    if inspect.iscoroutinefunction(func):
        return func
    if inspect.isgeneratorfunction(func):
        wrapper = types.coroutine(func)
    else:
        @functools.wraps(func)
        @types.coroutine
        def wrapper(*args, **kwargs):
            result = func(*args, **kwargs)
            if _asyncio.is_future(result) or inspect.isgenerator(result):
                result = yield from result
            elif hasattr(type(result), '__await__'):
                result = yield from result.__await__()
            return result
    wrapper._is_coroutine = _is_coroutine
    return wrapper


def loop_argument(function, loop, stacklevel=3):
    """Somebody says which loop, though there is but one that it can be."""
    if _asyncio.removed_is_error():
        raise TypeError(f"{function}() got an unexpected keyword argument 'loop'")
    if loop is not None:
        warnings.warn('The loop argument is deprecated since Python 3.8, and scheduled for removal in Python 3.10.',
                      DeprecationWarning, stacklevel=stacklevel)


def without_loop(name, *args, loop, **kwargs):
    """Calls what is native and takes no loop any more: a function, or what makes an object of a class."""
    function = getattr(_asyncio, name)
    if isinstance(function, type):
        loop_argument(f'{name}.__init__', loop, 4)
        function = function.__init__
    else:
        loop_argument(name, loop, 4)
    return function(*args, **kwargs)


def coroutines_in_wait():
    warnings.warn('The explicit passing of coroutine objects to asyncio.wait() is deprecated since Python 3.8, and '
                  'scheduled for removal in Python 3.11.', DeprecationWarning, stacklevel=3)


def __getattr__(name):
    from asyncio import unix_events
    if name == 'ProactorEventLoop':
        return unix_events.SelectorEventLoop
    if name in __all__:
        return unix_events.DefaultEventLoopPolicy
    raise AttributeError(name)
