"""asyncio.run on asyncio's own loop with a clock that jumps to the next timer: as in tests/bench/fastest.py, the least
by which CPython waits for nobody. The loop of the browser, which runs already, steps aside meanwhile.
"""
import asyncio
import gc
from asyncio import runners


class Loop(asyncio.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._selector = self
        self._now = 0.0

    def time(self):
        return self._now

    def select(self, timeout):
        if timeout:
            self._now += timeout
        return ()

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass


def run(main):
    outside = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    try:
        with runners.Runner(loop_factory=Loop) as runner:
            return runner.run(main)
    finally:
        asyncio._set_running_loop(outside)


asyncio.run = run
gc.disable()
