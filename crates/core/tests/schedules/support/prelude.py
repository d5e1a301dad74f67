# What every translated script begins with: the words that scripts use and asyncio has not,
# and how values and reports are shown, which `values.rs` and `program.rs` do alike.
import asyncio
from asyncio import *
from concurrent.futures import ThreadPoolExecutor as Pool
from math import inf, nan
from threading import Thread
from time import monotonic, sleep as block


def moment():
    whole, _, digits = f'{monotonic():.9f}'.partition('.')
    return f'{whole}.{digits[:3]}{digits[3:].rstrip("0")}'


def show(value):
    if isinstance(value, BaseExceptionGroup):
        return f'{type(value).__name__}({value.message}: {show(value.exceptions)})'
    if isinstance(value, BaseException):
        return f'{type(value).__name__}({", ".join(map(show, value.args))})'
    if isinstance(value, (list, tuple, set)):
        return f'[{", ".join(map(show, value))}]'
    if isinstance(value, asyncio.Task):
        return value.get_coro().__name__.removesuffix('_')
    if isinstance(value, asyncio.Future):
        return 'future'
    return str(value).removesuffix('.0')


def running():
    try:
        return show(current_task())
    except RuntimeError:
        return '-'


def say(text, who=None):
    print(f'{moment()}  {who or running()}  {text}')


# Without the reprs that some have.
REPORTS = (
    'Exception in callback', 'Task exception was never retrieved', 'Future exception was never retrieved',
    '_GatheringFuture exception was never retrieved',
    'Task was destroyed but it is pending!', 'unhandled exception during asyncio.run() shutdown', 'Task',
)


def report(loop, context, said=say, show=show, REPORTS=REPORTS):
    words = next(known for known in REPORTS if context['message'].startswith(known))
    said(f'{words}: {show(context["exception"])}' if 'exception' in context else words, '!')


# What asyncio calls as soon as it has read of a signal. Asyncio keeps it, and is not to keep the script with it.
exec('''
from signal import SIGUSR1, raise_signal


def call_on_arrival(loop, function):
    loop._handle_signal = lambda signal: function()
    if SIGUSR1 not in loop._signal_handlers:
        loop.add_signal_handler(SIGUSR1, function)
    raise_signal(SIGUSR1)


BaseEventLoop.call_on_arrival = call_on_arrival
''', {'BaseEventLoop': BaseEventLoop})


def new_loop():
    loop = new_event_loop()
    loop.set_exception_handler(report)
    return loop


def eager(coroutine):
    return asyncio.Task(coroutine, loop=loop(), eager_start=True)


# What asyncio keeps to itself.
def waiters(thing):
    return len((thing._finished if isinstance(thing, Queue) else thing)._waiters or ())


def is_bound(thing):
    return thing._loop is not None


def bound(semaphore):
    return getattr(semaphore, '_bound_value', None)


def state(timeout):
    return timeout._state.value


def level(thing):
    return next(getattr(thing, name) for name in ('_count', '_unfinished_tasks', '_value') if hasattr(thing, name))


def condition(barrier):
    return barrier._cond


def must_cancel(task):
    return task._must_cancel


def awaited(task):
    return task._fut_waiter


def is_unseen(future):
    return future._log_traceback


def in_debug(future):
    return future._source_traceback is not None


def cancel_message(future):
    return future._cancel_message


def set_cancel_message(future, words=None):
    future._cancel_message = words


def run(coroutine):
    return asyncio.run(coroutine, loop_factory=new_loop)


def Runner():
    return asyncio.Runner(loop_factory=new_loop)


def start_thread(function):
    thread = Thread(target=function)
    thread.start()
    return thread


def loop():
    return asyncio.get_running_loop()


def call_soon(function):
    return loop().call_soon(function)


def call_later(delay, function):
    return loop().call_later(delay, function)


def call_at(when, function):
    return loop().call_at(when, function)


def run_in_executor(pool, function):
    return loop().run_in_executor(pool, function)


def time():
    return loop().time()


def stop():
    loop().stop()


def play(program):
    try:
        value = program()
    except BaseException as exception:
        value = exception
    print(f'{moment()}  {"done" if value is None else show(value)}')
