"""Signals, which a program sends to itself: nobody outside can send one."""
import sys
from enum import IntEnum
from threading import current_thread, main_thread

_NAMES = ('HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG '
          'XCPU XFSZ VTALRM PROF WINCH IO PWR SYS')
_MEANINGS = ('Hangup,Interrupt,Quit,Illegal instruction,Trace/breakpoint trap,Aborted,Bus error,Floating point exception,'
             'Killed,User defined signal 1,Segmentation fault,User defined signal 2,Broken pipe,Alarm clock,Terminated,'
             'Stack fault,Child exited,Continued,Stopped (signal),Stopped,Stopped (tty input),Stopped (tty output),'
             'Urgent I/O condition,CPU time limit exceeded,File size limit exceeded,Virtual timer expired,'
             'Profiling timer expired,Window changed,I/O possible,Power failure,Bad system call').split(',')
Signals = IntEnum('Signals', {
    **{f'SIG{name}': number for number, name in enumerate(_NAMES.split(), 1)}, 'SIGRTMIN': 34, 'SIGRTMAX': 64,
}, module='signal')
Handlers = IntEnum('Handlers', {'SIG_DFL': 0, 'SIG_IGN': 1}, module='signal')
globals().update(Signals.__members__)
globals().update(Handlers.__members__)
NSIG = 65

_IGNORED_BY_DEFAULT = {SIGCHLD, SIGCONT, SIGURG, SIGWINCH}
_handlers = {}
# The loop that hears of signals.
_hearing = None


def default_int_handler(signum, frame, /):
    raise KeyboardInterrupt


def _known(value, kind):
    try:
        return kind(value)
    except ValueError:
        return value


def valid_signals():
    return {_known(number, Signals) for number in range(1, NSIG) if number not in (32, 33)}


def strsignal(signalnum):
    _check(signalnum)
    if signalnum <= len(_MEANINGS):
        return _MEANINGS[signalnum - 1]
    return f'Real-time signal {signalnum - SIGRTMIN}' if signalnum >= SIGRTMIN else f'Unknown signal {signalnum}'


def getsignal(signalnum):
    _check(signalnum)
    handler = _handlers.get(signalnum)
    if handler is None and signalnum == SIGINT:
        handler = _runners_own() or default_int_handler
    if handler is None:
        handler = SIG_IGN if signalnum in (SIGPIPE, SIGXFSZ) else SIG_DFL
    return handler


def signal(signalnum, handler):
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')
    if current_thread() is not main_thread():
        raise ValueError('signal only works in main thread of the main interpreter')
    before = getsignal(signalnum)
    if signalnum in (SIGKILL, SIGSTOP):
        raise OSError(22, 'Invalid argument')
    if handler is default_int_handler and signalnum == SIGINT and not _runner():
        _handlers.pop(SIGINT, None)
    else:
        _handlers[signalnum] = handler if callable(handler) else Handlers(handler)
    return before


def siginterrupt(signalnum, flag):
    _check(signalnum)


def raise_signal(signum):
    _deliver(signum)


def pthread_kill(thread_id, signalnum):
    _deliver(signalnum)


def alarm(seconds):
    return 0


def _check(number):
    if not 1 <= number < NSIG:
        raise ValueError('signal number out of range')


def _runner():
    """The asyncio runner that the main thread is in, and its main task."""
    runners = sys.modules.get('asyncio.runners')
    return runners and runners.running


def _runners_own():
    """What a runner does at SIGINT for as long as it runs, unless the program has something else done."""
    if _runner():
        from functools import partial
        from asyncio.signals import _on_sigint
        runner, main_task = _runner()
        return partial(_on_sigint, runner, main_task=main_task)


def _deliver(number):
    """To be called by what the program calls: the frame is that of its caller."""
    if not 1 <= number < NSIG:
        raise OSError(22, 'Invalid argument')
    handler = getsignal(number)
    if handler is SIG_IGN or handler is SIG_DFL and number in _IGNORED_BY_DEFAULT:
        return
    if handler is SIG_DFL:
        from os import _exit
        _exit(128 + number)
    if handler is default_int_handler and current_thread() is not main_thread():
        raise OSError('the playground cannot interrupt the main thread from another one, unless that runs asyncio.run()')
    if _hearing is not None:
        from asyncio.signals import read_from_self
        _hearing._call_on_arrival(read_from_self, _hearing, number)
    handler(number, sys._getframe(2))
