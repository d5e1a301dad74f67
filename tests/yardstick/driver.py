"""Runs one test function of CPython's and says what came of it.

What is put in front of this by `cargo xtask yardstick`: `HELPERS`, the modules that the file imports from
CPython's own `test` package, as names and texts; `FILE`, the file's name and text; `TEST`, the class and
the function. The last line printed is the verdict.
"""

import sys
import types
import unittest


def absent(name):
    """A module that is not here. What of a file doesn't need it can be tested all the same."""
    def attribute(wanted):
        if wanted.startswith('__'):
            raise AttributeError(wanted)

        def call(*args, **settings):
            raise ModuleNotFoundError(f'No module named {name!r}')
        return call
    made = types.ModuleType(name)
    made.__getattr__ = attribute
    return made


for name in ('array', 'ast', 'codecs', 'decimal', 'dis', 'doctest', 'locale', 'struct', 'unicodedata', '_string',
             '_testinternalcapi'):
    try:
        __import__(name)
    except ImportError:
        sys.modules[name] = absent(name)


def module(name, text, file):
    made = types.ModuleType(name)
    made.__file__ = file
    sys.modules[name] = made
    parent, _, last = name.rpartition('.')
    if parent:
        setattr(sys.modules[parent], last, made)
    exec(compile(text, file, 'exec'), made.__dict__)
    return made


def verdict():
    for name, text in HELPERS:
        made = module(name, text, name.replace('.', '/') + '.py')
        made.__path__ = []
    file, text = FILE
    tested = module(file.removesuffix('.py').replace('/', '.'), text, file)
    class_name, function = TEST
    result = unittest.TestResult()
    suite = unittest.TestSuite([getattr(tested, class_name)(function)])
    getattr(tested, 'setUpModule', lambda: None)()
    suite.run(result)
    getattr(tested, 'tearDownModule', lambda: None)()
    for kind, found in (('error', result.errors), ('failure', result.failures)):
        if found:
            text = found[0][1].strip()
            print(text)
            return kind + ': ' + text.splitlines()[-1]
    if result.unexpectedSuccesses:
        return 'failure: it was expected to fail'
    if result.skipped:
        return 'skipped: ' + result.skipped[0][1]
    return 'passed'


outcome = verdict()
print()
print(outcome)
