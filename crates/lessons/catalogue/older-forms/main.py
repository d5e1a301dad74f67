import asyncio

import uvloop


async def hello():
    await asyncio.sleep(1)
    return "hello"


def by_hand():
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(hello())
    finally:
        loop.close()
        print("closed:", loop.is_closed())


print(by_hand())
print(asyncio.run(hello()))
uvloop.install()
print(asyncio.run(hello()), "from uvloop, a second later as ever")
