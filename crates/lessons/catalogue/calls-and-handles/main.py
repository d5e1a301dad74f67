import asyncio


def say(word):
    loop = asyncio.get_running_loop()
    print(word, "at", loop.time())


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(2, say, "later")
    alarm = loop.call_at(loop.time() + 1, say, "alarm")
    loop.call_soon(say, "soon")
    say("now")
    await asyncio.sleep(0.5)
    alarm.cancel()
    print("the alarm was due at", alarm.when())
    await asyncio.sleep(2)


asyncio.run(main())
