# A forgotten await on the right of an unpacking.
import warnings


async def pair():
    return 1, 2


async def numbers():
    yield 1


warnings.simplefilter("ignore")
try:
    first, second = pair()
except TypeError as error:
    print(error)
try:
    first, *rest = pair()
except TypeError as error:
    print(error)
try:
    first, second = numbers()
except TypeError as error:
    print(error)
first, second = pair()
