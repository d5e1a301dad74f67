# A coroutine is a generator in disguise: send runs it, StopIteration carries the result.
async def inner():
    return 10

async def outer():
    value = await inner()
    print('inner gave', value)
    return value * 2

coroutine = outer()
try:
    coroutine.send(None)
except StopIteration as stop:
    print('finished with', stop.value)

try:
    coroutine.send(None)
except RuntimeError as error:
    print('RuntimeError:', error)
