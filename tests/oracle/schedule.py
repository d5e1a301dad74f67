"""The schedule of a run: what every handle that the loop runs is, and when; for comparing two engines step by step."""
import asyncio
import functools

from .clock import clock
from .loop import Selector

_real_run = asyncio.Handle._run
_STEP_NAMES = {'TaskStepMethWrapper': 'step', '__step': 'step', 'task_wakeup': 'wakeup', '__wakeup': 'wakeup'}


def describe(handle):
    callback = handle._callback
    while isinstance(callback, functools.partial):
        callback = callback.func
    entry = {'ns': clock.ns, 'hairs': clock.hairs, 'iteration': Selector.iterations}
    name = getattr(callback, '__name__', type(callback).__name__)
    owner = getattr(callback, '__self__', None)
    if isinstance(owner, asyncio.Task) and name in _STEP_NAMES:
        return entry | {'what': _STEP_NAMES[name], 'task': owner.get_name()}
    return entry | {'what': 'call', 'callback': getattr(callback, '__qualname__', name)}


def record():
    """Start recording; the list that is returned grows as the loop runs."""
    entries = []

    def run(handle):
        entries.append(describe(handle))
        _real_run(handle)
        handle = None           # an exception keeps this frame: through it, it would keep its own task alive
    asyncio.Handle._run = run
    return entries
