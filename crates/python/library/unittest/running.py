"""Suites of tests, what came of them, the runner that prints it, and `main`."""
import sys
import time

from _interleave import format_exception
from unittest.case import SkipTest, TestCase, _SubTest, doModuleCleanups


class TestResult:
    __module__ = 'unittest.result'
    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = self.shouldStop = False
        self.failures, self.errors, self.skipped, self.expectedFailures = [], [], [], []
        self.unexpectedSuccesses, self.testsRun = [], 0

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    startTestRun = stopTestRun = lambda self: None

    def _fail_fast(self):
        if self.failfast:
            self.stop()

    def addError(self, test, err):
        self._fail_fast()
        self.errors.append((test, format_exception(err[1])))

    def addFailure(self, test, err):
        self._fail_fast()
        self.failures.append((test, format_exception(err[1])))

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self._fail_fast()
            failed = issubclass(err[0], test.failureException)
            (self.failures if failed else self.errors).append((subtest, format_exception(err[1])))

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, format_exception(err[1])))

    def addUnexpectedSuccess(self, test):
        self._fail_fast()
        self.unexpectedSuccesses.append(test)

    def wasSuccessful(self):
        return not self.failures and not self.errors and not self.unexpectedSuccesses

    def stop(self):
        self.shouldStop = True

    def __repr__(self):
        return (f'<{type(self).__module__}.{type(self).__qualname__} run={self.testsRun} errors={len(self.errors)} '
                f'failures={len(self.failures)}>')


class TextTestResult(TestResult):
    __module__ = 'unittest.runner'
    separator1, separator2 = '=' * 70, '-' * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream, self.descriptions = stream, descriptions
        self.showAll, self.dots, self._newline = verbosity > 1, verbosity == 1, True

    def getDescription(self, test):
        doc = test.shortDescription()
        return f'{test}\n{doc}' if self.descriptions and doc else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(f'{self.getDescription(test)} ... ')
            self._newline = False

    def _tell(self, test, word, dot):
        if self.showAll:
            within = isinstance(test, _SubTest)
            if within or self._newline:
                text = '' if self._newline else '\n'
                self.stream.write(f'{text}{"  " if within else ""}{self.getDescription(test)} ... ')
            self.stream.write(word + '\n')
            self._newline = True
        elif self.dots:
            self.stream.write(dot)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], subtest.failureException)
            self._tell(subtest, *(('FAIL', 'F') if failed else ('ERROR', 'E')))
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        self._tell(test, 'ok', '.')

    def addError(self, test, err):
        super().addError(test, err)
        self._tell(test, 'ERROR', 'E')

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._tell(test, 'FAIL', 'F')

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._tell(test, f'skipped {reason!r}', 's')

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._tell(test, 'expected failure', 'x')

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._tell(test, 'unexpected success', 'u')

    def printErrors(self):
        write = self.stream.write
        if self.dots or self.showAll:
            write('\n')
        for flavour, found in ('ERROR', self.errors), ('FAIL', self.failures):
            for test, text in found:
                write(f'{self.separator1}\n{flavour}: {self.getDescription(test)}\n{self.separator2}\n{text}\n')
        if self.unexpectedSuccesses:
            write(self.separator1 + '\n')
            for test in self.unexpectedSuccesses:
                write(f'UNEXPECTED SUCCESS: {self.getDescription(test)}\n')


class _ErrorHolder:
    """Stands for a test where a class or module could not be prepared."""
    failureException = None

    def __init__(self, description):
        self.description = description

    def shortDescription(self):
        return None

    def id(self):
        return self.description

    def __str__(self):
        return self.description


class TestSuite:
    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f'{test!r} is not callable')
        if isinstance(test, type):
            raise TypeError('TestCases and TestSuites must be instantiated before passing them to addTest()')
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError('tests must be an iterable of tests, not a string')
        for test in tests:
            self.addTest(test)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return sum(test.countTestCases() for test in self)

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def __repr__(self):
        return f'<unittest.suite.TestSuite tests={list(self)}>'

    def _flat(self):
        for test in self:
            if isinstance(test, TestSuite):
                yield from test._flat()
            else:
                yield test

    def run(self, result, debug=False):
        rooms = _Rooms(result)
        for test in self._flat():
            if result.shouldStop:
                break
            if rooms.enter(type(test)):
                test(result)
        rooms.enter(None)
        return result


class _Rooms:
    """The module and the class whose tests run now: each is prepared before its first and cleared after its last."""

    def __init__(self, result):
        self._result, self._class, self._module = result, None, None
        self._ready = self._module_ready = True

    def enter(self, cls):
        if cls is self._class:
            return self._ready
        if self._class is not None:
            if self._ready and not getattr(self._class, '__unittest_skip__', False):
                self._do('tearDownClass', self._class, getattr(self._class, 'tearDownClass', None))
            self._do('tearDownClass', self._class, getattr(self._class, 'doClassCleanups', None))
        self._enter_module(None if cls is None else cls.__module__)
        self._class, self._ready = cls, self._module_ready
        if cls is not None and self._ready and not getattr(cls, '__unittest_skip__', False):
            self._ready = self._do('setUpClass', cls, getattr(cls, 'setUpClass', None))
            if not self._ready:
                self._do('setUpClass', cls, getattr(cls, 'doClassCleanups', None))
        return self._ready

    def _enter_module(self, name):
        if name == self._module:
            return
        if self._module is not None:
            if self._module_ready:
                self._do('tearDownModule', self._module, getattr(sys.modules.get(self._module), 'tearDownModule', None))
            doModuleCleanups()
        self._module, self._module_ready = name, True
        if name is not None:
            self._module_ready = self._do('setUpModule', name, getattr(sys.modules.get(name), 'setUpModule', None))

    def _do(self, step, where, function):
        if function is None:
            return True
        try:
            function()
        except Exception as error:
            name = where if isinstance(where, str) else f'{where.__module__}.{where.__qualname__}'
            holder = _ErrorHolder(f'{step} ({name})')
            if isinstance(error, SkipTest):
                self._result.addSkip(holder, str(error))
            else:
                self._result.addError(holder, (type(error), error, error.__traceback__))
            return False
        return True


class TestLoader:
    testMethodPrefix = 'test'
    suiteClass = TestSuite

    def getTestCaseNames(self, testCaseClass):
        return sorted(name for name in dir(testCaseClass)
                      if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name)))

    def loadTestsFromTestCase(self, testCaseClass):
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = []
        for name in dir(module):
            item = getattr(module, name)
            if isinstance(item, type) and issubclass(item, TestCase) and item.__module__ != 'unittest.case':
                if item.__module__ != 'unittest.async_case':
                    tests.append(self.loadTestsFromTestCase(item))
        suite = self.suiteClass(tests)
        load_tests = getattr(module, 'load_tests', None)
        return suite if load_tests is None else load_tests(self, suite, pattern)

    def loadTestsFromName(self, name, module=None):
        found, parent = sys.modules['__main__'] if module is None else module, None
        for part in name.removeprefix('__main__.').split('.'):
            parent, found = found, getattr(found, part)
        if isinstance(found, type) and issubclass(found, TestCase):
            return self.loadTestsFromTestCase(found)
        if isinstance(parent, type) and issubclass(parent, TestCase):
            return self.suiteClass([parent(found.__name__)])
        made = found()
        return made if isinstance(made, TestSuite) else self.suiteClass([made])

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])


defaultTestLoader = TestLoader()


class TextTestRunner:
    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                 warnings=None, *, tb_locals=False, durations=None):
        self.stream = sys.stderr if stream is None else stream
        self.descriptions, self.verbosity, self.failfast = descriptions, verbosity, failfast
        if resultclass is not None:
            self.resultclass = resultclass

    def run(self, test):
        result = self.resultclass(self.stream, self.descriptions, self.verbosity)
        result.failfast = self.failfast
        started = time.perf_counter()
        result.startTestRun()
        try:
            test(result)
        finally:
            result.stopTestRun()
        taken = time.perf_counter() - started
        result.printErrors()
        write, run = self.stream.write, result.testsRun
        write(f'{result.separator2}\nRan {run} test{"" if run == 1 else "s"} in {taken:.3f}s\n\n')
        counts = [f'{name}={len(found)}' for name, found in (
            ('failures', result.failures), ('errors', result.errors), ('skipped', result.skipped),
            ('expected failures', result.expectedFailures), ('unexpected successes', result.unexpectedSuccesses)) if found]
        word = 'FAILED' if not result.wasSuccessful() else 'NO TESTS RAN' if not run and not result.skipped else 'OK'
        write(word + (f' ({", ".join(counts)})' if counts else '') + '\n')
        return result


class TestProgram:
    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, **options):
        if isinstance(module, str):
            __import__(module)
            module = sys.modules[module]
        self.module = module
        words = (sys.argv if argv is None else argv)[1:]
        if '-v' in words or '--verbose' in words:
            verbosity = 2
        if '-q' in words or '--quiet' in words:
            verbosity = 0
        names = [word for word in words if not word.startswith('-')] or defaultTest
        if isinstance(names, str):
            names = [names]
        self.test = (testLoader.loadTestsFromNames(names, module) if names
                     else testLoader.loadTestsFromModule(module))
        runner = TextTestRunner if testRunner is None else testRunner
        if isinstance(runner, type):
            runner = runner(verbosity=verbosity, failfast=bool(failfast))
        self.result = runner.run(self.test)
        if exit:
            if not self.result.testsRun and not self.result.skipped:
                sys.exit(5)
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
