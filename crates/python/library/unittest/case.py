"""One test: how it is run, and all that it can assert."""
import sys
from contextlib import contextmanager


class SkipTest(Exception):
    pass


class _ShouldStop(Exception):
    """A sub-test failed and the test is to stop there."""


class _Outcome:
    def __init__(self, result):
        self.result, self.success, self.expecting_failure, self.expected_failure = result, True, False, None

    @contextmanager
    def part(self, case, subtest=False):
        before, self.success = self.success, True
        try:
            yield
        except KeyboardInterrupt:
            raise
        except SkipTest as skipped:
            self.success = False
            self.result.addSkip(case, str(skipped))
        except _ShouldStop:
            pass
        except BaseException as error:
            exc_info = type(error), error, error.__traceback__
            if self.expecting_failure:
                self.expected_failure = exc_info
            else:
                self.success = False
                if subtest:
                    self.result.addSubTest(case.test_case, case, exc_info)
                else:
                    case._report(self.result, exc_info)
        else:
            if subtest:
                self.result.addSubTest(case.test_case, case, None)
        finally:
            self.success = self.success and before


def _marked(reason):
    def decorate(item):
        item.__unittest_skip__, item.__unittest_skip_why__ = True, reason
        return item
    return decorate


def skip(reason):
    if callable(reason) and not isinstance(reason, str):
        return _marked('')(reason)
    return _marked(reason)


def skipIf(condition, reason):
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    return skipIf(not condition, reason)


def expectedFailure(test_item):
    test_item.__unittest_expecting_failure__ = True
    return test_item


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    return _enter(cm, addModuleCleanup)


def doModuleCleanups():
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        function(*args, **kwargs)


def _enter(cm, add_cleanup):
    cls = type(cm)
    try:
        enter, leave = cls.__enter__, cls.__exit__
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager "
                        'protocol') from None
    result = enter(cm)
    add_cleanup(leave, cm, None, None, None)
    return result


def safe_repr(obj, short=False):
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    return text if not short or len(text) < 80 else text[:80] + ' [truncated]...'


def _shorten(text, before, after):
    left_out = len(text) - before - after
    return f'{text[:before]}[{left_out} chars]{text[len(text) - after:]}' if left_out > 12 else text


def _short_reprs(*values):
    """Reprs, the common beginning of long ones shortened."""
    from os.path import commonprefix
    texts = [safe_repr(value) for value in values]
    most = max(map(len, texts))
    if most <= 80:
        return tuple(texts)
    prefix = commonprefix(texts)
    length = len(prefix)
    room = 80 - (most - length + 5 + 12)
    if room > 5:
        prefix = _shorten(prefix, 5, room)
        return tuple(prefix + text[length:] for text in texts)
    prefix = _shorten(prefix, 5, 5)
    return tuple(prefix + _shorten(text[length:], 41, 5) for text in texts)


class _Raises:
    def __init__(self, expected, case, regex=None, warns=False):
        self.expected, self.case, self.warns = expected, case, warns
        self.msg = self.callable = None
        if isinstance(regex, (str, bytes)):
            import re
            regex = re.compile(regex)
        self.regex = regex

    def handle(self, name, args, kwargs):
        kinds = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        if not all(isinstance(kind, type) and issubclass(kind, BaseException) for kind in kinds):
            what = ('a warning class', 'classes') if self.warns else ('an exception type', 'types')
            raise TypeError(f'{name}() arg 1 must be {what[0]} or tuple of {what[0].split()[1]} {what[1]}')
        if not args:
            self.msg = kwargs.pop('msg', None)
            if kwargs:
                raise TypeError(f'{next(iter(kwargs))!r} is an invalid keyword argument for this function')
            return self
        called, *args = args
        self.callable = getattr(called, '__name__', str(called))
        with self:
            called(*args, **kwargs)

    def _fail(self, text):
        raise self.case.failureException(self.case._formatMessage(self.msg, text))

    def _name(self):
        return getattr(self.expected, '__name__', str(self.expected))

    def __enter__(self):
        if self.warns:
            import warnings
            self._catch = warnings.catch_warnings(record=True)
            self.warnings = self._catch.__enter__()
            warnings.simplefilter('always', self.expected)
        return self

    def __exit__(self, kind, error, tb):
        if self.warns:
            self._catch.__exit__(kind, error, tb)
            return self._check_warnings(kind)
        if kind is None:
            by = f' by {self.callable}' if self.callable else ''
            self._fail(f'{self._name()} not raised{by}')
        if not issubclass(kind, self.expected):
            return False
        self.exception = error.with_traceback(None)
        if self.regex is not None and not self.regex.search(str(error)):
            self._fail(f'"{self.regex.pattern}" does not match "{error}"')
        return True

    def _check_warnings(self, kind):
        if kind is not None:
            return
        first = None
        for each in self.warnings:
            if isinstance(each.message, self.expected):
                first = first or each.message
                if self.regex is None or self.regex.search(str(each.message)):
                    self.warning, self.filename, self.lineno = each.message, each.filename, each.lineno
                    return
        if first is not None:
            self._fail(f'"{self.regex.pattern}" does not match "{first}"')
        by = f' by {self.callable}' if self.callable else ''
        self._fail(f'{self._name()} not triggered{by}')


class _Logs:
    def __init__(self, case, logger, level, none):
        import logging
        self.case, self.none = case, none
        self.logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self.level = logging._nameToLevel.get(level, level) if level else logging.INFO

    def __enter__(self):
        import logging
        logger, watch = self.logger, self
        self.records, self.output = [], []
        formatter = logging.Formatter('%(levelname)s:%(name)s:%(message)s')

        class Catch(logging.Handler):
            def emit(self, record):
                watch.records.append(record)
                watch.output.append(self.format(record))
        handler = Catch(self.level)
        handler.setFormatter(formatter)
        self._before = logger.handlers, logger.level, logger.propagate
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(self.level)
        return None if self.none else self

    def __exit__(self, kind, error, tb):
        import logging
        self.logger.handlers, level, self.logger.propagate = self._before
        self.logger.setLevel(level)
        if kind is not None:
            return False
        if self.none and self.records:
            raise self.case.failureException(f'Unexpected logs found: {self.output!r}')
        if not self.none and not self.records:
            self._raiseFailure(  #@ unittest/_log.py:84+
                "no logs of level {} or higher triggered on {}"
                .format(logging.getLevelName(self.level), self.logger.name))

    def _raiseFailure(self, text):
        raise self.case.failureException(self.case._formatMessage(None, text))


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = 640
    _classSetupFailed = False
    _class_cleanups = []

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed, cls._class_cleanups = False, []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName='runTest'):
        self._testMethodName, self._outcome, self._cleanups, self._subtest = methodName, None, [], None
        method = getattr(self, methodName, None)
        if method is None and methodName != 'runTest':
            raise ValueError(f'no such test method in {type(self)}: {methodName}')
        self._testMethodDoc = getattr(method, '__doc__', None)
        self._type_equality_funcs = {dict: 'assertDictEqual', list: 'assertListEqual', tuple: 'assertTupleEqual',
                                     set: 'assertSetEqual', frozenset: 'assertSetEqual', str: 'assertMultiLineEqual'}

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equality_funcs[typeobj] = function

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        return _enter(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        return _enter(cm, cls.addClassCleanup)

    @classmethod
    def doClassCleanups(cls):
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            function(*args, **kwargs)

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        from unittest.running import TestResult
        return TestResult()

    def shortDescription(self):
        return self._testMethodDoc.strip().split('\n')[0].strip() if self._testMethodDoc else None

    def id(self):
        return f'{type(self).__module__}.{type(self).__qualname__}.{self._testMethodName}'

    def __eq__(self, other):
        return type(self) is type(other) and self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return f'{self._testMethodName} ({self.id()})'

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__qualname__} testMethod={self._testMethodName}>'

    def _report(self, result, exc_info):
        failed = issubclass(exc_info[0], self.failureException)
        (result.addFailure if failed else result.addError)(self, exc_info)

    @contextmanager
    def subTest(self, msg=None, **params):
        before = self._subtest
        self._subtest = _SubTest(self, msg, {**(before.params if before else {}), **params})
        try:
            with self._outcome.part(self._subtest, True):
                yield
            if not self._outcome.success and self._outcome.result.failfast:
                raise _ShouldStop
            if self._outcome.expected_failure:
                raise _ShouldStop
        finally:
            self._subtest = before

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            from warnings import warn
            warn(f'It is deprecated to return a value that is not None from a test case ({method})',
                 DeprecationWarning, 3)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        function(*args, **kwargs)

    def run(self, result=None):
        if result is None:
            result = self.defaultTestResult()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            if getattr(type(self), '__unittest_skip__', False) or getattr(method, '__unittest_skip__', False):
                why = getattr(type(self), '__unittest_skip_why__', '') or getattr(method, '__unittest_skip_why__', '')
                result.addSkip(self, why)
                return result
            expecting = (getattr(self, '__unittest_expecting_failure__', False)
                         or getattr(method, '__unittest_expecting_failure__', False))
            outcome = self._outcome = _Outcome(result)
            try:
                self._run_parts(outcome, method, expecting)
            finally:
                self._outcome = None
            if outcome.success:
                if not expecting:
                    result.addSuccess(self)
                elif outcome.expected_failure:
                    result.addExpectedFailure(self, outcome.expected_failure)
                else:
                    result.addUnexpectedSuccess(self)
            return result
        finally:
            result.stopTest(self)

    def _run_parts(self, outcome, method, expecting):
        with outcome.part(self):
            self._callSetUp()
        if outcome.success:
            outcome.expecting_failure = expecting
            with outcome.part(self):
                self._callTestMethod(method)
            outcome.expecting_failure = False
            with outcome.part(self):
                self._callTearDown()
        self.doCleanups()

    def doCleanups(self):
        outcome = self._outcome or _Outcome(self.defaultTestResult())
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with outcome.part(self):
                self._callCleanup(function, *args, **kwargs)
        return outcome.success

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        self._callSetUp()
        self._callTestMethod(getattr(self, self._testMethodName))
        self._callTearDown()

    def skipTest(self, reason):
        raise SkipTest(reason)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        return standardMsg if msg is None else f'{standardMsg} : {msg}'

    def _check(self, holds, msg, text):
        if not holds:
            raise self.failureException(self._formatMessage(msg, text()))

    def assertTrue(self, expr, msg=None):
        self._check(expr, msg, lambda: f'{safe_repr(expr)} is not true')

    def assertFalse(self, expr, msg=None):
        self._check(not expr, msg, lambda: f'{safe_repr(expr)} is not false')

    def assertEqual(self, first, second, msg=None):
        function = self._type_equality_funcs.get(type(first)) if type(first) is type(second) else None
        if function is not None:
            function = getattr(self, function) if isinstance(function, str) else function
            return function(first, second, msg=msg)
        self._check(first == second, msg, lambda: '%s != %s' % _short_reprs(first, second))

    def assertNotEqual(self, first, second, msg=None):
        self._check(first != second, msg, lambda: f'{safe_repr(first)} == {safe_repr(second)}')

    def assertIs(self, expr1, expr2, msg=None):
        self._check(expr1 is expr2, msg, lambda: f'{safe_repr(expr1)} is not {safe_repr(expr2)}')

    def assertIsNot(self, expr1, expr2, msg=None):
        self._check(expr1 is not expr2, msg, lambda: f'unexpectedly identical: {safe_repr(expr1)}')

    def assertIsNone(self, obj, msg=None):
        self._check(obj is None, msg, lambda: f'{safe_repr(obj)} is not None')

    def assertIsNotNone(self, obj, msg=None):
        self._check(obj is not None, msg, lambda: 'unexpectedly None')

    def assertIn(self, member, container, msg=None):
        self._check(member in container, msg, lambda: f'{safe_repr(member)} not found in {safe_repr(container)}')

    def assertNotIn(self, member, container, msg=None):
        self._check(member not in container, msg,
                    lambda: f'{safe_repr(member)} unexpectedly found in {safe_repr(container)}')

    def assertIsInstance(self, obj, cls, msg=None):
        what = 'an instance of any of ' if isinstance(cls, tuple) else 'an instance of '
        self._check(isinstance(obj, cls), msg,
                    lambda: f'{safe_repr(obj)} is not {what}{cls!r}')

    def assertNotIsInstance(self, obj, cls, msg=None):
        self._check(not isinstance(obj, cls), msg, lambda: f'{safe_repr(obj)} is an instance of {cls!r}')

    def assertLess(self, a, b, msg=None):
        self._check(a < b, msg, lambda: f'{safe_repr(a)} not less than {safe_repr(b)}')

    def assertLessEqual(self, a, b, msg=None):
        self._check(a <= b, msg, lambda: f'{safe_repr(a)} not less than or equal to {safe_repr(b)}')

    def assertGreater(self, a, b, msg=None):
        self._check(a > b, msg, lambda: f'{safe_repr(a)} not greater than {safe_repr(b)}')

    def assertGreaterEqual(self, a, b, msg=None):
        self._check(a >= b, msg, lambda: f'{safe_repr(a)} not greater than or equal to {safe_repr(b)}')

    def _nearness(self, first, second, places, delta):
        """Whether near, and how CPython says how near."""
        apart = abs(first - second)
        if delta is not None:
            if places is not None:
                raise TypeError('specify delta or places not both')
            return apart <= delta, f'within {safe_repr(delta)} delta', apart
        places = 7 if places is None else places
        return round(apart, places) == 0, f'within {places!r} places', apart

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first != second:
            near, how, apart = self._nearness(first, second, places, delta)
            self._check(near, msg, lambda: f'{safe_repr(first)} != {safe_repr(second)} {how} ({safe_repr(apart)} difference)')

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        near, how, apart = self._nearness(first, second, places, delta)
        more = '' if delta is None else f' ({safe_repr(apart)} difference)'
        self._check(first != second and not near, msg, lambda: f'{safe_repr(first)} == {safe_repr(second)} {how}{more}')

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _Raises(expected_exception, self).handle('assertRaises', args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _Raises(expected_exception, self, expected_regex).handle('assertRaisesRegex', args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _Raises(expected_warning, self, None, True).handle('assertWarns', args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _Raises(expected_warning, self, expected_regex, True).handle('assertWarnsRegex', args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, True)

    def assertRegex(self, text, expected_regex, msg=None):
        import re
        pattern = re.compile(expected_regex)
        self._check(pattern.search(text), msg, lambda: f"Regex didn't match: {pattern.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        import re
        pattern = re.compile(unexpected_regex)
        found = pattern.search(text)
        self._check(not found, msg, lambda: f'Regex matched: {found[0]!r} matches {pattern.pattern!r} in {text!r}')

    def _with_diff(self, text, old, new):
        from difflib import ndiff
        diff = '\n' + '\n'.join(ndiff(old, new))
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return text + diff
        return f'{text}\nDiff is {len(diff)} characters long. Set self.maxDiff to None to see it.'

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        name = seq_type.__name__ if seq_type else 'sequence'
        for number, each in ('First', seq1), ('Second', seq2):
            if seq_type is not None and not isinstance(each, seq_type):
                raise self.failureException(f'{number} sequence is not a {name}: {safe_repr(each)}')
        if seq1 == seq2:
            return
        from pprint import pformat
        text = '%ss differ: %s != %s\n' % ((name.capitalize(),) + _short_reprs(seq1, seq2))
        one, two = len(seq1), len(seq2)
        for at in range(min(one, two)):
            if seq1[at] != seq2[at]:
                text += '\nFirst differing element %d:\n%s\n%s\n' % ((at,) + _short_reprs(seq1[at], seq2[at]))
                break
        else:
            if one == two and seq_type is None and type(seq1) != type(seq2):
                return
        for which, longer, least, most in ('First', seq1, two, one), ('Second', seq2, one, two):
            if most > least:
                text += f'\n{which} {name} contains {most - least} additional elements.\n'
                text += f'First extra element {least}:\n{safe_repr(longer[least])}\n'
        text = self._with_diff(text, pformat(seq1).splitlines(), pformat(seq2).splitlines())
        self.fail(self._formatMessage(msg, text))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        lines = []
        for which, other, some in ('first', 'second', set1 - set2), ('second', 'first', set2 - set1):
            if some:
                lines += [f'Items in the {which} set but not the {other}:', *map(repr, some)]
        self._check(not lines, msg, lambda: '\n'.join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            from pprint import pformat
            text = '%s != %s' % _short_reprs(d1, d2)
            text = self._with_diff(text, pformat(d1).splitlines(), pformat(d2).splitlines())
            self.fail(self._formatMessage(msg, text))

    def assertCountEqual(self, first, second, msg=None):
        first, second = list(first), list(second)
        different, seen = [], []
        for item in first + second:
            if item not in seen:
                seen.append(item)
                one, two = first.count(item), second.count(item)
                if one != two:
                    different.append(f'First has {one}, Second has {two}:  {item!r}')
        self._check(not different, msg, lambda: 'Element counts were not equal:\n' + '\n'.join(different))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first != second:
            from difflib import ndiff
            old, new = first.splitlines(True), second.splitlines(True)
            if len(old) == 1 and first.strip('\r\n') == first:
                old, new = [first + '\n'], [second + '\n']
            elif old and new:
                old[-1] += '' if old[-1].endswith('\n') else '\n'
                new[-1] += '' if new[-1].endswith('\n') else '\n'
            text, diff = '%s != %s' % _short_reprs(first, second), '\n' + ''.join(ndiff(old, new))
            if self.maxDiff is not None and len(diff) > self.maxDiff:
                diff = f'\nDiff is {len(diff)} characters long. Set self.maxDiff to None to see it.'
            self.fail(self._formatMessage(msg, text + diff))


class FunctionTestCase(TestCase):
    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._parts, self._description = (setUp, testFunc, tearDown), description

    def setUp(self):
        if self._parts[0]:
            self._parts[0]()

    def runTest(self):
        self._parts[1]()

    def tearDown(self):
        if self._parts[2]:
            self._parts[2]()

    def id(self):
        return self._parts[1].__name__

    def shortDescription(self):
        return self._description


class _SubTest(TestCase):
    def __init__(self, test_case, message, params):
        super().__init__()
        self.test_case, self._message, self.params = test_case, message, params
        self.failureException = test_case.failureException

    def _report(self, result, exc_info):
        result.addSubTest(self.test_case, self, exc_info)

    def _where(self):
        parts = [] if self._message is None else [f'[{self._message}]']
        if self.params:
            parts.append('({})'.format(', '.join(f'{name}={value!r}' for name, value in self.params.items())))
        return ' '.join(parts) or '(<subtest>)'

    def id(self):
        return f'{self.test_case.id()} {self._where()}'

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f'{self.test_case} {self._where()}'
