"""Greenlets: code that switches by its own will. Each is a simulated thread that only runs when it is switched to."""
from _interleave import Signal, get_ident, start_thread

__all__ = ['greenlet', 'getcurrent', 'GreenletExit']


class GreenletExit(BaseException):
    pass


class error(Exception):
    pass


_by_thread = {}


def getcurrent():
    current = _by_thread.get(get_ident())
    if current is None:
        current = _by_thread[get_ident()] = object.__new__(greenlet)
        current._set_up(None, None)
        current._started = True
    return current


class greenlet:
    GreenletExit, error = GreenletExit, error
    getcurrent = staticmethod(getcurrent)

    def __init__(self, run=None, parent=None):
        self._set_up(run, getcurrent() if parent is None else parent)

    def _set_up(self, run, parent):
        self.parent, self._turn, self._mail = parent, Signal(), None
        self._started, self.dead = False, False
        if run is not None:
            self.run = run

    def __bool__(self):
        return self._started and not self.dead

    def switch(self, *args, **kwargs):
        return self._go(args, kwargs, None)

    def throw(self, kind=GreenletExit, value=None, tb=None):
        error = kind if isinstance(kind, BaseException) else kind() if value is None else (
            value if isinstance(value, BaseException) else kind(value))
        return self._go((), {}, error)

    def _go(self, args, kwargs, error):
        here, target = getcurrent(), self
        while target.dead:
            target = target.parent
        target._mail = args, kwargs, error
        if target is not here:
            target._wake()
            here._turn.wait()
            here._turn.clear()
        args, kwargs, error = here._mail
        here._mail = None
        if error is not None:
            raise error
        if kwargs:
            return (args, kwargs) if args else kwargs
        return args[0] if len(args) == 1 else args

    def _wake(self):
        if self._started:
            self._turn.set()
        else:
            self._started = True
            start_thread(self._live, True)

    def _live(self):
        _by_thread[get_ident()] = self
        args, kwargs, error = self._mail
        try:
            if error is not None:
                raise error
            mail = (self.run(*args, **kwargs),), {}, None
        except GreenletExit as left:
            mail = (left,), {}, None
        except BaseException as failed:
            mail = (), {}, failed
        self.dead = True
        del _by_thread[get_ident()]
        heir = self.parent
        while heir.dead:
            heir = heir.parent
        heir._mail = mail
        heir._wake()

    @property
    def gr_frame(self):
        return None

    def __repr__(self):
        state = 'current' if self is getcurrent() else 'dead' if self.dead else 'suspended' if self._started else 'pending'
        return f'<greenlet.greenlet object at {id(self):#x} ({state})>'
