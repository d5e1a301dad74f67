"""What counts as a coroutine."""
import _asyncio

__all__ = 'iscoroutinefunction', 'iscoroutine'

_is_coroutine = object()


def iscoroutine(obj): ...


iscoroutine = _asyncio.shown_as(_asyncio.wakes_by_await, iscoroutine)


def iscoroutinefunction(func):
    import inspect
    return inspect.iscoroutinefunction(func) or getattr(func, '_is_coroutine', None) is _is_coroutine
