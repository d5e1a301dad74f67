"""Test cases whose methods may be coroutines, all run by one event loop."""
import asyncio
import contextvars
from inspect import iscoroutinefunction

from unittest.case import TestCase, _enter


class IsolatedAsyncioTestCase(TestCase):
    loop_factory = None

    def __init__(self, methodName='runTest'):
        super().__init__(methodName)
        self._asyncioRunner = None
        self._asyncioTestContext = contextvars.copy_context()

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        cls = type(cm)
        try:
            enter, leave = cls.__aenter__, cls.__aexit__
        except AttributeError:
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the asynchronous "
                            'context manager protocol') from None
        result = await enter(cm)
        self.addAsyncCleanup(leave, cm, None, None, None)
        return result

    def _callSetUp(self):
        self._asyncioRunner.get_loop()
        self._asyncioTestContext.run(self.setUp)
        self._callAsync(self.asyncSetUp)  #@ 90

    def _callTestMethod(self, method):
        if self._callMaybeAsync(method) is not None:  #@ 93
            from warnings import warn
            warn(f'It is deprecated to return a value that is not None from a test case ({method})',
                 DeprecationWarning, 4)

    def _callTearDown(self):
        self._callAsync(self.asyncTearDown)  #@ 98
        self._asyncioTestContext.run(self.tearDown)

    def _callCleanup(self, function, /, *args, **kwargs):
        self._callMaybeAsync(function, *args, **kwargs)  #@ 102

    def _callAsync(self, func, /, *args, **kwargs):
        assert iscoroutinefunction(func), f'{func!r} is not an async function'
        return self._asyncioRunner.run(  #@ 107+
            func(*args, **kwargs),
            context=self._asyncioTestContext
        )

    def _callMaybeAsync(self, func, /, *args, **kwargs):
        if iscoroutinefunction(func):
            return self._asyncioRunner.run(  #@ 115+
                func(*args, **kwargs),
                context=self._asyncioTestContext,
            )
        return self._asyncioTestContext.run(func, *args, **kwargs)  #@ 120

    def run(self, result=None):
        self._asyncioRunner = asyncio.Runner(debug=True, loop_factory=self.loop_factory)
        try:
            return super().run(result)
        finally:
            self._asyncioRunner.close()
            self._asyncioRunner = None
