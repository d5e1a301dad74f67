"""CPython's own event loop on the virtual clock: a selector that waits in virtual time, timers that keep our order.

Everything else (`_run_once`, handles, futures, tasks, locks, queues) is asyncio's code, untouched. The turning of time
for an idle loop (rule 2), for one that only spins (rule 10) and the limit on iterations are here.
"""
import asyncio
import math
import sys

from . import signals
from .clock import Due, clock, delay, nanoseconds
from .ordered import OrderedSet
from .parties import parties

MOST_ITERATIONS = 5_000_000
MOST_AT_ONE_INSTANT = 10_000


class Selector:
    """What the loop calls once an iteration, to wait for whatever comes first."""
    iterations = 0                      # of all loops together
    on_limit = None                     # must not return

    def __init__(self, loop):
        self._loop = loop
        self._instant = None
        self._at_this_instant = 0

    def select(self, timeout):
        Selector.iterations += 1
        if Selector.iterations > MOST_ITERATIONS:
            Selector.on_limit('loop iteration limit')
        loop = self._loop
        if loop._ready or loop._stopping or loop.has_heard():
            parties.give_way()
            signals.deliver()
        else:
            self._idle(loop.next_due())
        self._turn_if_spinning(loop.next_due())
        return [loop] if loop.has_heard() else []

    def _idle(self, due):
        if due is None:
            parties.block(loop=self._loop)
        elif due.ns > clock.ns:
            parties.block(until=due.ns, loop=self._loop)
        signals.deliver()
        if due is not None and not self._loop._ready and not self._loop.has_heard():
            clock.turn_to(due)

    def _turn_if_spinning(self, due):
        instant = (clock.ns, clock.hairs)
        if instant != self._instant:
            self._instant, self._at_this_instant = instant, 0
        self._at_this_instant += 1
        if self._at_this_instant > MOST_AT_ONE_INSTANT and due is not None:
            clock.turn_to(due)
            self._instant, self._at_this_instant = (clock.ns, clock.hairs), 1

    def close(self):
        pass

    def get_map(self):
        return {}


class Loop(signals.Hearing, asyncio.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._selector = Selector(self)
        self._asyncgens.data = OrderedSet()     # what a set of weak references keeps them in

    def time(self):
        asks = sys._getframe(1)
        if asks.f_code is _CALL_LATER and _is_too_short(asks.f_locals['delay']):
            # What it adds to this is lost, and the sum is to be the next nanosecond.
            return (clock.ns + 1) / 1e9
        return clock.seconds

    def next_due(self):
        """When the earliest timer falls due; None if there is none, or only one that is infinitely far."""
        due = self._scheduled[0]._when if self._scheduled else None
        return None if due is None or due.ns == math.inf else due

    def _process_events(self, events):
        for loop in events:
            loop.take_heard()

    def _write_to_self(self):
        parties.wake_loop(self)


_CALL_LATER = asyncio.BaseEventLoop.call_later.__code__


def _is_too_short(seconds):
    return isinstance(seconds, (int, float)) and math.isfinite(seconds) and delay(seconds) > nanoseconds(seconds)


class TimerHandle(asyncio.TimerHandle):
    __slots__ = ()

    def __init__(self, when, callback, args, loop, context=None):
        super().__init__(Due(when), callback, args, loop, context)
        if self._source_traceback:
            # As deep as from where asyncio's own class stands: this is one frame more.
            self._source_traceback = asyncio.format_helpers.extract_stack(sys._getframe())
            del self._source_traceback[-1]

    def when(self):
        return float(self._when)

    def __lt__(self, other):
        return self._when.order < other._when.order

    def __hash__(self):
        return hash(self._when)


def _pass_for(ours, theirs):
    ours.__name__, ours.__qualname__, ours.__module__ = theirs.__name__, theirs.__qualname__, theirs.__module__


def install():
    """Put the virtual loop and its timers where asyncio and programs look for theirs."""
    unix = asyncio.unix_events
    _pass_for(Loop, unix._UnixSelectorEventLoop)
    _pass_for(TimerHandle, asyncio.TimerHandle)
    unix._UnixDefaultEventLoopPolicy._loop_factory = Loop
    for module in (asyncio, unix):
        module.SelectorEventLoop = Loop
        if hasattr(module, 'EventLoop'):
            module.EventLoop = Loop
    asyncio.TimerHandle = asyncio.events.TimerHandle = TimerHandle
