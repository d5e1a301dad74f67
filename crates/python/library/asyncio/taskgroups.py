"""Tasks that end together."""
import _asyncio

__all__ = ('TaskGroup',)


class TaskGroup(_asyncio.TaskGroup):
    async def __aenter__(self):
        self._enter()
        return self

    def create_task(self, coro, *, name=None, context=None):
        try:
            return self._create_task(coro, name if name is None else str(name), context)
        except TypeError:
            raise TypeError(f"a coroutine was expected, got {coro!r}")
