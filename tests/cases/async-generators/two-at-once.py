# Two tasks can't ask one generator at the same time.
import asyncio

async def slow():
    for n in range(3):
        await asyncio.sleep(1)
        yield n

async def ask(name, generator):
    try:
        print(name, await anext(generator))
    except RuntimeError as error:
        print(name, error)

async def main():
    generator = slow()
    await asyncio.gather(ask('a', generator), ask('b', generator))
    print(await anext(generator))
    print(generator.ag_running, generator.__name__)

asyncio.run(main())
