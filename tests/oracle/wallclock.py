"""Python's own clocks, all of them virtual: `time`, `timeit`, `datetime`, and the start that `logging` remembers.

The epoch is where the settings comment puts it (2024-01-01 by default); the local zone is UTC.
"""
import datetime as datetime_module
import logging
import operator
import os
import queue
import threading
import time
import timeit

from .clock import clock, delay, nanoseconds
from .parties import parties

_real_datetime = datetime_module.datetime
_CPU_COUNT = 8


class _Epoch:
    seconds = 1704067200.0


def _time():
    return _Epoch.seconds + clock.seconds


def _time_ns():
    return nanoseconds(_Epoch.seconds) + clock.ns


def _monotonic():
    return clock.seconds


def _monotonic_ns():
    return clock.ns


def _no_cpu_time():
    return 0.0


def _no_cpu_time_ns():
    return 0


def _sleep(seconds):
    if not isinstance(seconds, float):
        seconds = operator.index(seconds)
    if seconds != seconds:
        raise ValueError('Invalid value NaN (not a number)')
    if seconds < 0:
        raise ValueError('sleep length must be non-negative')
    if seconds * 1e9 >= 2**63:
        raise OverflowError('timestamp too large to convert to C PyTime_t')
    parties.block(until=clock.ns + delay(seconds))


def _defaulting_to_now(convert):
    def converted(seconds=None):
        return convert(_time() if seconds is None else seconds)
    converted.__name__ = converted.__qualname__ = convert.__name__
    return converted


_localtime = _defaulting_to_now(time.localtime)
_real_strftime, _real_asctime = time.strftime, time.asctime


def _strftime(format, moment=None):
    return _real_strftime(format, _localtime() if moment is None else moment)


def _asctime(moment=None):
    return _real_asctime(_localtime() if moment is None else moment)


class _DatetimeMeta(type(_real_datetime)):
    def __instancecheck__(cls, value):
        return isinstance(value, _real_datetime if cls is _Datetime else cls)


class _Datetime(_real_datetime, metaclass=_DatetimeMeta):
    """datetime.datetime whose `now` is ours; what it makes are real ones."""

    def __new__(cls, *args, **kwargs):
        return _real_datetime.__new__(_real_datetime if cls is _Datetime else cls, *args, **kwargs)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(_time(), datetime_module.timezone.utc).replace(tzinfo=None)


_Datetime.__name__ = _Datetime.__qualname__ = 'datetime'
_Datetime.__module__ = 'datetime'


def set_start(seconds):
    """The program begins at this time of the Unix clock."""
    _Epoch.seconds = seconds
    logging._startTime = time.time_ns() if isinstance(logging._startTime, int) else time.time()


def install():
    os.environ['TZ'] = 'UTC'
    time.tzset()
    real_perf_counter = time.perf_counter
    time.time, time.time_ns = _time, _time_ns
    time.monotonic = time.perf_counter = _monotonic
    time.monotonic_ns = time.perf_counter_ns = _monotonic_ns
    time.process_time = time.thread_time = _no_cpu_time
    time.process_time_ns = time.thread_time_ns = _no_cpu_time_ns
    time.localtime, time.gmtime, time.ctime = _localtime, _defaulting_to_now(time.gmtime), _defaulting_to_now(time.ctime)
    time.strftime, time.asctime, time.sleep = _strftime, _asctime, _sleep
    timeit.default_timer = queue.time = threading._time = _monotonic        # each has its clock by another name
    for function in (timeit.Timer.__init__, timeit.timeit, timeit.repeat):
        function.__defaults__ = tuple(_monotonic if value is real_perf_counter else value for value in function.__defaults__)
    datetime_module.datetime = _Datetime
    os.cpu_count = os.process_cpu_count = lambda: _CPU_COUNT
    set_start(_Epoch.seconds)
