# What asyncio keeps inside of a future, as far as one may look and change.
import asyncio


class Button:
    def __call__(self, future):
        print("pressed by", future.result())

    def __repr__(self):
        return "<Button>"


def tell(what):
    try:
        print(what())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(Button())
    print(future)
    future.add_done_callback(print)
    print(future)
    future.set_result("me")
    await asyncio.sleep(0)

    # A future that is done says so first, whatever it is given.
    tell(lambda: future.set_exception(None))
    tell(lambda: future.set_result(None))

    future = loop.create_future()
    print(future._log_traceback)
    future.set_exception(ValueError("seen"))
    print(future._log_traceback)
    tell(lambda: setattr(future, "_log_traceback", True))
    tell(lambda: delattr(future, "_log_traceback"))
    future._log_traceback = False
    print(future._log_traceback)

    future = loop.create_future()
    future.cancel("first words")
    future._cancel_message = "other words"
    try:
        await future
    except asyncio.CancelledError as error:
        print(error.args)

    bare = asyncio.Future.__new__(asyncio.Future)
    print(bare.done(), bare.cancelled())
    tell(bare.result)
    tell(bare.exception)
    tell(bare.cancel)


asyncio.run(main())
