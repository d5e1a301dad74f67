"""How long a statement takes, by the virtual clock."""
from time import perf_counter as default_timer

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']

default_number, default_repeat = 1000000, 5


class Timer:
    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        names = {} if globals is None else globals
        self.timer = timer
        self._statement, self._setup = self._callable(stmt, names), self._callable(setup, names)

    def _callable(self, given, names):
        if isinstance(given, str):
            code = compile(given, '<timeit-src>', 'exec')
            return lambda: exec(code, names)
        if not callable(given):
            raise ValueError('stmt is neither a string nor callable')
        return given

    def timeit(self, number=default_number):
        statement = self._statement
        self._setup()
        start = self.timer()
        for _ in range(number):
            statement()
        return self.timer() - start

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        taken = self.timeit(1)
        if callback:
            callback(1, taken)
        return 1, taken


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
