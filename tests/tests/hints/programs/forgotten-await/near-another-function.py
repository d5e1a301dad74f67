import asyncio


def traced(function):
    def inner(*args):
        print("called")
    return inner


@traced
async def save(text):
    await asyncio.sleep(1)


async def load():
    await asyncio.sleep(1)


def use(load):
    load()


async def main():
    save("first")
    use(print)
    await load()


asyncio.run(main())
