# Values and exceptions go into an async generator as well.
import asyncio

async def echo():
    received = None
    while received != 'stop':
        try:
            received = yield f'got {received}'
            await asyncio.sleep(0.1)
        except ValueError as error:
            print('inside:', error)
            received = 'an error'

async def main():
    generator = echo()
    print(await generator.asend(None))
    print(await generator.asend('a'))
    print(await generator.athrow(ValueError('thrown in')))
    try:
        await generator.asend('stop')
    except StopAsyncIteration:
        print('ended', asyncio.get_running_loop().time())
    fresh = echo()
    try:
        await fresh.asend('too early')
    except TypeError as error:
        print(error)

asyncio.run(main())
