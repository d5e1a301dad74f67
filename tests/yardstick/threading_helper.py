"""What stands for CPython's `test.support.threading_helper`: threads are simulated, and there."""


def requires_working_threading(*, module=False):
    return lambda test: test
