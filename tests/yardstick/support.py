"""What stands for CPython's `test.support` here: of what the yardstick's files use, only what makes sense in a browser."""

import contextlib
import functools
import gc
import io
import sys
import unittest

LOOPBACK_TIMEOUT = 5.0
SHORT_TIMEOUT = 30.0
LONG_TIMEOUT = 300.0

verbose = False
Py_DEBUG = False
MS_WINDOWS = False
MISSING_C_DOCSTRINGS = True
MAX_Py_ssize_t = sys.maxsize
is_wasi = is_emscripten = False
NHASHBITS = sys.hash_info.width


def gc_collect():
    gc.collect()


def cpython_only(test):
    return unittest.skip('it is of CPython’s insides')(test)


refcount_test = cpython_only


class TestFailed(Exception):
    """A test says that it has failed."""


class _Equal:
    """Equals everything, or nothing."""

    __hash__ = object.__hash__

    def __init__(self, to_all):
        self.to_all = to_all

    def __eq__(self, other):
        return self.to_all

    def __ne__(self, other):
        return not self.to_all


ALWAYS_EQ, NEVER_EQ = _Equal(True), _Equal(False)


@functools.total_ordering
class _Extreme:
    """Is greater than everything, or less."""

    def __init__(self, sign):
        self.sign = sign

    def __eq__(self, other):
        return isinstance(other, _Extreme) and other.sign == self.sign

    def __lt__(self, other):
        return self.sign < 0 and self != other


LARGEST, SMALLEST = _Extreme(1), _Extreme(-1)


class BrokenIter:
    """Raises an exception when it is made, iterated, or asked for its next item."""

    def __init__(self, init_raises=False, next_raises=False, iter_raises=False):
        if init_raises:
            1 / 0
        self.next_raises, self.iter_raises = next_raises, iter_raises

    def __next__(self):
        if self.next_raises:
            1 / 0

    def __iter__(self):
        if self.iter_raises:
            1 / 0
        return self


@contextlib.contextmanager
def _captured(name):
    with swap_attr(sys, name, io.StringIO()):
        yield getattr(sys, name)


def captured_stdout():
    return _captured('stdout')


def captured_stderr():
    return _captured('stderr')


@contextlib.contextmanager
def disable_gc():
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


@contextlib.contextmanager
def adjust_int_max_str_digits(digits):
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(digits)
    try:
        yield
    finally:
        sys.set_int_max_str_digits(before)


class CPUStopwatch:
    def __enter__(self):
        raise unittest.SkipTest('computing takes no time here')

    def __exit__(self, *exception):
        pass


def calcobjsize(form):
    raise unittest.SkipTest('it is of CPython’s insides')


def run_in_subinterp(code):
    raise unittest.SkipTest('there are no other interpreters')


def check_impl_detail(**guards):
    return guards.get('cpython', not guards)


@contextlib.contextmanager
def suppress_immortalization(suppress=True):
    yield


def get_c_recursion_limit():
    return sys.getrecursionlimit()


def requires_resource(resource):
    return unittest.skip(f'it takes {resource}')


def requires_docstrings(test):
    return unittest.skip('builtins have no docstrings')(test)


def requires_IEEE_754(test):
    return test


def run_with_locale(category, *locales):
    return lambda test: test


def check_syntax_error(case, text, words='', *, lineno=None, offset=None):
    """The text is no program: CPython's words are found in what is said of it, and where."""
    with case.assertRaisesRegex(SyntaxError, words) as caught:
        compile(text, '<test string>', 'exec')
    for expected, found in (lineno, caught.exception.lineno), (offset, caught.exception.offset):
        case.assertIsNotNone(found)
        if expected is not None:
            case.assertEqual(found, expected)


def check_free_after_iterating(case, make_iterator, kind, args=()):
    """What has been iterated to its end is let go, and its iterator may be asked once more by what is dying."""
    dead = []

    class Watched(kind):
        def __del__(self):
            dead.append(True)
            next(iterator, None)

    iterator = make_iterator(Watched(*args))
    case.assertRaises(StopIteration, next, iterator)
    gc_collect()
    case.assertTrue(dead)


class catch_unraisable_exception:
    """Keeps the last exception that nobody could be told of."""

    def __init__(self):
        self.unraisable = None

    def __enter__(self):
        self._before, sys.unraisablehook = sys.unraisablehook, self._keep
        return self

    def __exit__(self, *exception):
        sys.unraisablehook = self._before
        del self.unraisable

    def _keep(self, unraisable):
        self.unraisable = unraisable


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
