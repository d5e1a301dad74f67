"""What stands for CPython's `test.support` here: of what the yardstick's files use, only what makes sense in a browser."""

import contextlib
import gc
import unittest

LOOPBACK_TIMEOUT = 5.0
SHORT_TIMEOUT = 30.0
LONG_TIMEOUT = 300.0

verbose = False
Py_DEBUG = False
MS_WINDOWS = False


def gc_collect():
    gc.collect()


def cpython_only(test):
    return unittest.skip('it is of CPython’s insides')(test)


refcount_test = cpython_only


def get_attribute(owner, name):
    try:
        return getattr(owner, name)
    except AttributeError:
        raise unittest.SkipTest(f'{owner!r} has no attribute {name!r}')


def requires_working_socket(*, module=False):
    return unittest.skip('there are no sockets')


def requires_subprocess():
    return unittest.skip('there are no processes')


@contextlib.contextmanager
def swap_attr(owner, name, value):
    before = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield before
    finally:
        setattr(owner, name, before)
