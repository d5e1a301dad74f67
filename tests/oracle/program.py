"""One program from start to end, as `python main.py` would run it: its module, its last words, its exit code.

A process runs one program and then ends, because a program may leave threads behind that nothing can stop.
"""
import atexit
import builtins
import linecache
import os
import random
import signal
import subprocess
import sys
import tempfile
import traceback
import types
from pathlib import Path

from . import files, network, outputs, processes, schedule, settings, signals, tasks, teardown, threads, wallclock
from . import loop as loops
from .clock import clock
from .parties import parties

DEADLOCK, LIMIT = 3, 4
INTERRUPTED = 130
MOST_SECONDS = 60               # of real time: a busy machine takes long


def install():
    """Turn this interpreter into the ideal machine. Once per process, before any program."""
    for room in (wallclock, threads, processes, loops, signals, tasks, network, files):
        room.install()


class Run:
    """Ends by calling `report` with its result, from whichever thread saw the end; `report` must not return."""

    def __init__(self, source, filename, report, with_schedule=False, stdin=''):
        self._source, self._filename, self._report, self._stdin = source, filename, report, stdin
        self._schedule = schedule.record() if with_schedule else None

    def start(self):
        values = settings.read(self._source)
        random.seed(values['seed'])
        wallclock.set_start(values['start'])
        network.set_latency(values['latency'])
        parties.on_deadlock = self._deadlock
        loops.Selector.on_limit = self._limit
        # Whoever starts this in the background may have it ignored.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGALRM, lambda *_: self._limit('the program runs too long'))
        signal.alarm(MOST_SECONDS)
        outputs.capture(self._stdin or values['input'])
        teardown.prepare()
        code = self._execute()
        threads.join_all()
        atexit._run_exitfuncs()
        teardown.tear_down()
        self._end(code)

    def _execute(self):
        """Compile and run; the exit code so far."""
        name = self._filename
        linecache.cache[name] = len(self._source), None, self._source.splitlines(True), name
        sys.argv = [name]
        main = sys.modules['__main__'] = types.ModuleType('__main__')
        vars(main).update(__file__=name, __builtins__=builtins, __cached__=None)
        try:
            code = compile(self._source, name, 'exec', dont_inherit=True)
        except SyntaxError:
            outputs.start_anew()
            sys.stderr.write(_complaint(self._source, name))
            return 1
        _count_frames_from_here()
        try:
            exec(code, vars(main))
        except SystemExit as stop:
            return _exit_code(stop)
        except BaseException as error:
            return self._report_uncaught(error)
        return 0

    def _report_uncaught(self, error):
        # Frames of this file come first.
        error.__traceback__ = error.__traceback__.tb_next
        sys.last_type, sys.last_value, sys.last_traceback = type(error), error, error.__traceback__
        sys.last_exc = error
        if sys.excepthook is sys.__excepthook__:
            traceback.print_exception(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)
        return INTERRUPTED if isinstance(error, KeyboardInterrupt) else 1

    def _deadlock(self):
        lines = ['DEADLOCK'] + [f'  {task.get_name()} {getattr(task.get_coro(), "__qualname__", task.get_coro())} '
                                'is waiting for ever' for task in tasks.of_all_loops() if not task.done()]
        self._end(DEADLOCK, '\n'.join(lines) + '\n')

    def _limit(self, what):
        self._end(LIMIT, f'LIMIT: {what}\n')

    def _end(self, code, last_words=''):
        signal.alarm(0)
        printed, complained = outputs.printed_so_far()
        result = {
            'stdout': outputs.normalised(printed),
            'stderr': outputs.normalised(complained + last_words),
            'exit': code,
            'end_ns': clock.ns,
            'iterations': loops.Selector.iterations,
            'version': '%d.%d.%d' % sys.version_info[:3],
        }
        if self._schedule is not None:
            result['schedule'] = self._schedule
        self._report(result)


def _complaint(source, name):
    """What CPython says of a program that doesn't compile. It says more if it has read it from a file itself."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'main.py')
        Path(path).write_text(source, encoding='utf-8')
        process = subprocess.run([sys.executable, path], stdin=subprocess.DEVNULL, capture_output=True, encoding='utf-8')
    return process.stderr.replace(path, name)


def _count_frames_from_here():
    """A program may go as deep as if no frame of ours lay below it."""
    ours, frame = 0, sys._getframe().f_back
    while frame:
        ours, frame = ours + 1, frame.f_back
    get, set_ = sys.getrecursionlimit, sys.setrecursionlimit
    sys.getrecursionlimit = lambda: get() - ours
    sys.setrecursionlimit = lambda limit: set_(limit + ours)
    set_(get() + ours)


def _exit_code(stop):
    if stop.code is None:
        return 0
    if isinstance(stop.code, int):
        return stop.code & 255
    print(stop.code, file=sys.stderr)
    return 1
