# Coroutines driven by hand, with no event loop at all.
class Pause:
    def __await__(self):
        received = yield 'paused'
        return received

async def inner():
    value = await Pause()
    print('inner got', value)
    return value * 2

async def outer():
    result = await inner()
    print('outer got', result)
    return 'all done'

c = outer()
print(c.send(None))
try:
    c.send(21)
except StopIteration as stop:
    print('finished:', stop.value)
try:
    c.send(None)
except RuntimeError as error:
    print(error)
c = outer()
c.send(None)
try:
    c.throw(ValueError('thrown in'))
except ValueError as error:
    print(error)
c = outer()
print(c.cr_frame is not None, c.cr_running, c.cr_await, c.__qualname__)
c.close()
