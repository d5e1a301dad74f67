# Only the first failure is seen; the second one is lost without a word.
import asyncio

async def fail(seconds, text):
    await asyncio.sleep(seconds)
    print('raising', text)
    raise RuntimeError(text)

async def main():
    try:
        await asyncio.gather(fail(2, 'second'), fail(1, 'first'))
    except RuntimeError as error:
        print('caught', error)
    await asyncio.sleep(2)

asyncio.run(main())
