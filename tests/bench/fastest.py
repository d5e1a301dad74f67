"""CPython's side of `cargo xtask bench`: a program on asyncio's own loop, and a clock that jumps to the next timer.

The oracle does more (whole nanoseconds, its order of equal timers, simulated threads), which costs time. This is the
least by which CPython waits for nobody, so nothing in a comparison is the oracle's fault. The cycle collector is off,
as it is on the ideal machine.

    python tests/bench/fastest.py PROGRAM.py
"""
import asyncio
import gc
import sys


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


class Policy(asyncio.DefaultEventLoopPolicy):
    _loop_factory = Loop


gc.disable()
asyncio.set_event_loop_policy(Policy())
with open(sys.argv[1], encoding='utf-8') as file:
    program = compile(file.read(), sys.argv[1], 'exec')
exec(program, {'__name__': '__main__'})
