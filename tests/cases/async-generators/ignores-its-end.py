"""Asynchronous generators that go on after they have been told to end, by their loop and when they are dropped."""
import asyncio


async def goes_on(name):
    while True:
        try:
            yield name
        except GeneratorExit:
            print(name, 'goes on')


async def main():
    kept.append(goes_on('kept'))
    print(await anext(kept[0]))

    dropped = goes_on('dropped')
    print(await anext(dropped))
    del dropped
    await asyncio.sleep(0)
    print('dropped')


kept = []
asyncio.run(main())
print('run')
