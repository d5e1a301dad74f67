# What `shutdown_asyncgens` closes, it closes in the order in which the generators began; also those that have ended.
import asyncio


async def count(name):
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(0)
        print(name, 'closed in', asyncio.current_task().get_name())


async def main():
    global flows
    flows = [count(name) for name in 'abcdefg']
    for flow in reversed(flows):
        await anext(flow)
    await flows[2].aclose()
    del flows[4]
    await asyncio.sleep(0.1)
    print('main ends')


asyncio.run(main())
