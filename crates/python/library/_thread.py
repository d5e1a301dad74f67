"""What lies beneath threading."""
from _interleave import get_ident, start_thread
from threading import Lock as LockType, TIMEOUT_MAX, lock as allocate_lock

error = RuntimeError


def start_new_thread(function, args, kwargs={}, /):
    from _interleave import give_way
    start_thread(lambda: function(*args, **kwargs), True)
    give_way()
    return get_ident()


def interrupt_main(signum=2, /):
    from signal import _deliver, getsignal
    if callable(getsignal(signum)):
        _deliver(signum)
