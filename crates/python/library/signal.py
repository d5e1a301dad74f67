"""Signals are accepted; none ever comes, for nobody outside can send one."""
from enum import IntEnum

Signals = IntEnum('Signals', {'SIGHUP': 1, 'SIGINT': 2, 'SIGQUIT': 3, 'SIGABRT': 6, 'SIGKILL': 9, 'SIGUSR1': 10,
                              'SIGUSR2': 12, 'SIGPIPE': 13, 'SIGALRM': 14, 'SIGTERM': 15, 'SIGCHLD': 17}, module='signal')
Handlers = IntEnum('Handlers', {'SIG_DFL': 0, 'SIG_IGN': 1}, module='signal')
for _name, _value in [*Signals.__members__.items(), *Handlers.__members__.items()]:
    globals()[_name] = _value


def default_int_handler(signum, frame, /):
    raise KeyboardInterrupt


_handlers = {2: default_int_handler}


def getsignal(signalnum):
    return _handlers.get(signalnum, SIG_DFL)


def signal(signalnum, handler):
    if not callable(handler) and handler not in (0, 1):
        raise TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')
    before, _handlers[signalnum] = getsignal(signalnum), handler
    return before


def raise_signal(signum):
    handler = getsignal(signum)
    if callable(handler) and not isinstance(handler, int):
        handler(signum, None)


def alarm(seconds):
    return 0


def strsignal(signalnum):
    return {2: 'Interrupt', 9: 'Killed', 15: 'Terminated'}.get(signalnum)
