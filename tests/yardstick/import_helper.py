"""What stands for CPython's `test.support.import_helper`: a test that needs a module that is not here is skipped."""

import importlib
import unittest


def import_module(name, deprecated=False, *, required_on=()):
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise unittest.SkipTest(str(error))


def import_fresh_module(name, fresh=(), blocked=(), *, deprecated=False):
    raise unittest.SkipTest('it imports a module twice')
