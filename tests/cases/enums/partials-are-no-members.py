# A partial is a descriptor, so an enum takes it for a method; as a class's attribute it warns of what it will become.
from enum import Enum
from functools import partial


class Operation(Enum):
    ADD = partial(lambda a, b: a + b)
    NOTHING = 0


print(list(Operation), Operation.ADD(1, 2))


class Greeter:
    hello = partial(print, "hello")

    def __init__(self):
        self.bye = partial(print, "bye")


Greeter.hello()
greeter = Greeter()
greeter.hello("you")
greeter.bye("you")
