# The text of functions and classes, as it stands in the program, with decorators and comments in the middle.
import functools
import inspect
import textwrap


@functools.cache
def cached(
    number,
    other=1,
):
    # halves
    half = number / 2

    return half  # done


class Counter:
    """Counts."""

    def __init__(self):
        self.value = 0

    def step(self,
             by=1):
        if by:
            self.value += by

        # nothing else
        return self.value

    @property
    def double(self): return self.value * 2


@functools.total_ordering
class Ordered(Counter):
    def __lt__(self, other):
        return self.value < other.value

    def __eq__(self, other):
        return self.value == other.value


async def waits():
    await None


double = lambda value: value * 2  # noqa

print(inspect.getsource(cached.__wrapped__), end="---\n")
print(inspect.getsource(Counter), end="---\n")
print(textwrap.dedent(inspect.getsource(Counter.step)), end="---\n")
print(inspect.getsource(Counter.double.fget), end="---\n")
print(inspect.getsource(Ordered), end="---\n")
print(inspect.getsource(waits), inspect.getsource(double), sep="---\n", end="---\n")
print(inspect.getsourcelines(waits), inspect.getsource(waits.__code__) == inspect.getsource(waits))
for wrong in (len, int, 5):
    try:
        print(inspect.getsource(wrong))
    except (TypeError, OSError) as error:
        print(type(error).__name__, error)
