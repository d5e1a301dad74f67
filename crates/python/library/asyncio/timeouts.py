"""Blocks that have so much time."""
import _asyncio

__all__ = 'Timeout', 'timeout', 'timeout_at'


class _State(str):
    value = property(str)  # CPython's is an enumeration, and an error shows the line that asks it.


class Timeout(_asyncio.Timeout):
    def __init__(self, when):
        self._at(when)

    @property
    def _state(self):
        return _State(self._stands())

    def reschedule(self, when):
        if self._state == 'created':
            raise RuntimeError("Timeout has not been entered")  #@ 54
        if self._state != 'active':
            raise RuntimeError(  #@ 55+
                f"Cannot change state of {self._state.value} Timeout",
            )
        self._reschedule(when)

    def __repr__(self):
        info = [self._state.value]
        if info == ['active']:
            when = self.when()
            info.append(f'when={when if when is None else round(when, 3)}')
        return f'<Timeout [{info[0]}]{" " + info[1] if info[1:] else ""}>'

    async def __aenter__(self):
        if self._state != 'created':
            raise RuntimeError("Timeout has already been entered")  #@ 87
        if _asyncio.current_task() is None:
            raise RuntimeError("Timeout should be used inside a task")  #@ 90
        self._enter()
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        if self._exit(exc_val):
            task = _asyncio.current_task()  # CPython's frame holds it, by way of the timeout.
            raise TimeoutError from exc_val  #@ 116


def timeout(delay):
    new = Timeout.__new__(Timeout)
    new._after(delay)
    return new


def timeout_at(when):
    return Timeout(when)
