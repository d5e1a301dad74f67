"""What stands for CPython's `test.support.script_helper`: there are no other processes to run programs in."""

import unittest


def assert_python_ok(*args, **env):
    raise unittest.SkipTest('it runs Python in another process')


assert_python_failure = assert_python_ok
