"""Tasks that end together."""
import _asyncio

__all__ = ('TaskGroup',)


class TaskGroup(_asyncio.TaskGroup):
    async def __aenter__(self):
        self._enter()
        return self

    def create_task(self, coro, *, name=None, context=None):
        try:
            task = self._create_task(coro, name if name is None else str(name), context)
        except TypeError:
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        if task is None:
            loop = _asyncio.get_running_loop()
            if context is None:
                task = loop.create_task(coro, name=name)  #@ 173
            else:
                task = loop.create_task(coro, name=name, context=context)  #@ 175
            self._add(task)
        return task
