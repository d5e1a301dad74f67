"""What counts as a coroutine."""
from _asyncio import wakes_by_await as iscoroutine

__all__ = 'iscoroutinefunction', 'iscoroutine'

_is_coroutine = object()


def iscoroutinefunction(func):
    import inspect
    return inspect.iscoroutinefunction(func) or getattr(func, '_is_coroutine', None) is _is_coroutine
