# A module has been imported, and what is in it under the same name was meant.
import asyncio
import copy
import random
import time

for mistake in lambda: time(), lambda: random(), lambda: copy([1]), lambda: asyncio():
    try:
        mistake()
    except TypeError as error:
        print(error)
print(time())
