# The iterator that a future gives to await can be driven by hand; callbacks are told apart by object and function.
import asyncio


class Log:
    def __init__(self):
        self.seen = []

    def note(self, future):
        self.seen.append(future.done())


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    steps = future.__await__()
    print(iter(steps) is steps, steps.send(None) is future, future._asyncio_future_blocking, future._state, future._callbacks)
    try:
        steps.throw(ValueError("from outside"))
    except ValueError as error:
        print(error)
    print(steps.close(), [*future.__iter__()][:0] if future.done() else "pending")
    one, other = Log(), Log()
    future.add_done_callback(one.note)
    future.add_done_callback(other.note)
    future.add_done_callback(one.note)
    print(future.remove_done_callback(one.note), future.remove_done_callback(one.note), future.remove_done_callback(print), len(future._callbacks), future._callbacks[0][0] == other.note)
    future.set_result("result")
    await asyncio.sleep(0)
    print(one.seen, other.seen, future._state, future._exception, future._callbacks, future.result())
    done = future.__await__()
    try:
        done.send(None)
    except StopIteration as stop:
        print("done", stop.value)
    try:
        await future
        [*future]
    except BaseException as error:
        print(type(error).__name__, error)
    broken = loop.create_future()
    broken.set_exception(KeyError)
    print(broken._state, repr(broken._exception), repr(broken.exception()), broken._cancel_message)
    stopped = loop.create_future()
    stopped.cancel("enough")
    print(stopped._state, stopped._cancel_message)
    for wrong in 5, "text", int, None, StopIteration, StopIteration(1):
        fresh = loop.create_future()
        try:
            fresh.set_exception(wrong)
            print("set", repr(fresh.exception()))
        except (TypeError, RuntimeError) as error:
            print(type(error).__name__, error)
    for action in (lambda: future.set_result(), lambda: future.set_result(1), lambda: future.add_done_callback(), lambda: future.cancel(1, 2), lambda: future.result(1), lambda: future.get_loop(1), lambda: asyncio.Future(5), lambda: asyncio.Future(loop=5), lambda: future.remove_done_callback()):
        try:
            print(action())
        except Exception as error:
            print(type(error).__name__, error)


asyncio.run(main())
