"""Tasks that end together."""
import _asyncio

__all__ = ('TaskGroup',)


class TaskGroup(_asyncio.TaskGroup):
    async def __aenter__(self):
        if self._loop is not None:
            raise RuntimeError(  #@ 56+
                f"TaskGroup {self!r} has already been entered")
        if _asyncio.current_task() is None:
            raise RuntimeError(  #@ 62+
                f'TaskGroup {self!r} cannot determine the parent task')
        self._enter()
        return self

    def create_task(self, coro, *, name=None, context=None):
        task = self._create_task(coro, name if name is None else str(name), context)
        if task is not None:
            return task
        refusal = self._refusal()
        if refusal == 'has not been entered':
            coro.close()  #@ 164
            raise RuntimeError(f"TaskGroup {self!r} has not been entered")  #@ 165
        if refusal == 'is finished':
            coro.close()  #@ 167
            raise RuntimeError(f"TaskGroup {self!r} is finished")  #@ 168
        if refusal == 'is shutting down':
            coro.close()  #@ 170
            raise RuntimeError(f"TaskGroup {self!r} is shutting down")  #@ 171
        if context is None:
            task = self._loop.create_task(coro, name=name)  #@ 173
        else:
            task = self._loop.create_task(coro, name=name, context=context)  #@ 175
        self._add(task)
        return task
