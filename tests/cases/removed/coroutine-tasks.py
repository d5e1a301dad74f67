# python: 3.10
# Two decorated generators as tasks, in the style of Python 3.4.
import asyncio

@asyncio.coroutine
def count(name, times):
    for n in range(times):
        print(name, n)
        yield from asyncio.sleep(0.5)
    return name

@asyncio.coroutine
def main():
    results = yield from asyncio.gather(count('a', 2), count('b', 3))
    print(results)

loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
