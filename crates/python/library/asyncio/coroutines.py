"""What counts as a coroutine."""
import inspect

from _asyncio import wakes_by_await as iscoroutine

__all__ = 'iscoroutinefunction', 'iscoroutine'

_is_coroutine = object()


def iscoroutinefunction(func):
    return inspect.iscoroutinefunction(func) or getattr(func, '_is_coroutine', None) is _is_coroutine
