"""Who runs: the parties of a program (its main thread and every simulated thread) and the baton that they pass.

Parties are real threads, but only the one that holds the baton runs. It keeps the baton until it blocks, gives way or
ends; then it goes to the party that can go on soonest, and among equals to the one that blocked first. If nobody can
ever go on, the program has ended in a deadlock. Locks and threads as Python sees them are built on this in `threads`.
"""
import itertools
import threading
from contextlib import contextmanager

from .clock import clock

# The primitives underneath the simulation, before `threads` puts simulated ones in their place.
_Baton = threading._allocate_lock


class Party:
    def __init__(self):
        self.baton = _Baton()
        self.baton.acquire()
        self.wake = None            # the nanosecond at which it goes on by itself
        self.can_go_on = None       # or the condition under which it does
        self.loop = None            # or the event loop whose next callback wakes it
        self.turn = 0               # its place among those who could go on at the same instant
        self.undisturbed = False
        self.ended = False

    def ready_at(self):
        """The nanosecond at which it can go on, None if only others can change that."""
        if self.can_go_on is not None and self.can_go_on():
            return clock.ns
        return None if self.wake is None else max(self.wake, clock.ns)


class Parties:
    def __init__(self):
        self.running = Party()
        self.everyone = [self.running]
        self.advance = clock.advance        # a worker process asks its parent for the time instead
        self.on_deadlock = None             # must not return
        self._turns = itertools.count()

    def block(self, until=None, can_go_on=None, loop=None):
        """The running party waits for an instant, for a condition, or for a callback to reach its event loop."""
        if len(self.everyone) == 1:
            if can_go_on is None or not can_go_on():
                if until is None:
                    self.on_deadlock()
                self.advance(until)
            return
        party = self.running
        party.wake, party.can_go_on, party.loop, party.turn = until, can_go_on, loop, next(self._turns)
        self._pass_baton()
        party.wake = party.can_go_on = party.loop = None

    def give_way(self):
        """Every party that can go on at this instant does so before the running one."""
        if len(self.everyone) > 1 and not self.running.undisturbed:
            self.block(until=clock.ns)

    @contextmanager
    def undisturbed(self):
        """Within, the running party does not give way (it can still block)."""
        party = self.running
        before, party.undisturbed = party.undisturbed, True
        try:
            yield
        finally:
            party.undisturbed = before

    def enter(self):
        """A new party, which can go on now. Its thread must call `take_up` first and `leave` last."""
        party = Party()
        party.wake, party.turn = clock.ns, next(self._turns)
        self.everyone.append(party)
        return party

    def take_up(self, party):
        party.baton.acquire()
        party.wake = None

    def leave(self, party):
        party.ended = True
        self.everyone.remove(party)
        self._pass_baton()

    def wake_loop(self, loop):
        """A callback has reached an event loop from outside: the party that runs it can go on now."""
        for party in self.everyone:
            if party.loop is loop:
                party.wake, party.loop, party.turn = clock.ns, None, next(self._turns)

    def become_only(self):
        """After a fork: the running party is the only one in the new process."""
        self.everyone = [self.running]
        self.running.undisturbed = False

    def _pass_baton(self):
        giver = self.running
        soonest = None
        for party in self.everyone:
            at = party.ready_at()
            if at is not None and (soonest is None or (at, party.turn) < soonest[:2]):
                soonest = (at, party.turn, party)
        if soonest is None:
            self.on_deadlock()
        self.advance(soonest[0])
        taker = self.running = soonest[2]
        if taker is not giver:
            taker.baton.release()
            if not giver.ended:
                giver.baton.acquire()


parties = Parties()
