# inspect knows the four states of a coroutine.
import inspect

class Pause:
    def __await__(self):
        yield 'paused'

async def work():
    print('running:', inspect.getcoroutinestate(coroutine))
    await Pause()

coroutine = work()
print(inspect.getcoroutinestate(coroutine), coroutine.cr_running, coroutine.cr_suspended)
print(coroutine.send(None))
print(inspect.getcoroutinestate(coroutine), coroutine.cr_running, coroutine.cr_suspended)
coroutine.close()
print(inspect.getcoroutinestate(coroutine), coroutine.cr_frame)
