# python: 3.10
# needs: greenlet
import asyncio

from greenlet import greenlet


@asyncio.coroutine
def old_style():
    print("the coroutine waits")
    yield from asyncio.sleep(1)
    return "from a decorated generator"


def ping():
    print("ping")
    right.switch()
    print("ping again")


def pong():
    print("pong")
    left.switch()
    print("pong again")


left, right = greenlet(ping), greenlet(pong)
left.switch()
loop = asyncio.new_event_loop()
print(loop.run_until_complete(old_style()))
loop.close()
