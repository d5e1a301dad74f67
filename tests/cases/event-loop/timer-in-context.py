# The exception handler hears of a timer's handle, with the time it was set for.
import asyncio


def divide(n):
    return 1 / n


def handler(loop, context):
    print(context['message'], repr(context['exception']))
    print(context['handle'])

loop = asyncio.new_event_loop()
loop.set_exception_handler(handler)
loop.call_later(0.5, divide, 0)
loop.call_at(1.5, divide, 0)
loop.call_soon(divide, 0)
loop.run_until_complete(asyncio.sleep(2))
loop.close()
