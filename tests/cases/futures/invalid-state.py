# What a future refuses, before and after it is done.
import asyncio

def attempt(what, function, *args):
    try:
        print(what, function(*args))
    except asyncio.InvalidStateError as error:
        print(what, type(error).__name__, error)

async def main():
    future = asyncio.get_running_loop().create_future()
    attempt('result', future.result)
    attempt('exception', future.exception)
    attempt('set_result', future.set_result, 1)
    attempt('set_result', future.set_result, 2)
    attempt('set_exception', future.set_exception, ValueError())
    attempt('result', future.result)
    attempt('exception', future.exception)
    attempt('cancel', future.cancel)

asyncio.run(main())
