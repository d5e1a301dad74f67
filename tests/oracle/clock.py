"""The virtual clock: whole nanoseconds since the program began, and the hairs that order what falls on the same one.

Rules 1 and 2 of the ideal machine live here: what a delay is in nanoseconds, when a timer falls due, and what
turning to a timer does to the clock. Who waits for the clock is the business of `parties`; what Python's own
clocks say is that of `wallclock`.
"""
import itertools
import math


def nanoseconds(seconds):
    """Whole nanoseconds, half to even."""
    return round(seconds * 1e9)


def delay(seconds):
    """The same for a delay. One that is more than nothing takes a nanosecond at least, as it would on any real clock."""
    return max(nanoseconds(seconds), 1) if seconds > 0 else nanoseconds(seconds)


class Clock:
    def __init__(self):
        self.ns = 0
        self.hairs = 0
        self.turned_hairs = 0       # those of the timer last turned to

    @property
    def seconds(self):
        return self.ns / 1e9

    def advance(self, ns):
        """Time passes; it never runs backwards, and it leaves the hairs alone."""
        self.ns = max(self.ns, ns)

    def turn_to(self, due):
        """The idle loop wakes for a timer, which costs it a hair."""
        self.advance(due.ns)
        self.turned_hairs = due.hairs
        self.hairs = due.hairs + 1

    def has_reached(self, due):
        return due.ns < self.ns or (due.ns == self.ns and due.hairs <= self.turned_hairs)


clock = Clock()
_numbers = itertools.count()


class Due(float):
    """When a timer falls due. To the event loop it is the float that `_when` has to be, but it is compared by our rules.

    asyncio asks one question of it: `handle._when >= end_time`, that is, "is it too early for this timer?"
    """
    __slots__ = ('ns', 'hairs', 'order')

    def __new__(cls, when):
        ns = nanoseconds(when) if math.isfinite(when) else when
        due = super().__new__(cls, ns / 1e9)
        due.ns = ns
        due.hairs = clock.hairs
        due.order = (ns, due.hairs, next(_numbers))
        return due

    def __ge__(self, end_time):
        return not clock.has_reached(self)

    __hash__ = float.__hash__
