import asyncio


async def greet():
    await asyncio.sleep(1)
    print("hello")


def start_greeting():
    coroutine = greet()
    try:
        asyncio.create_task(coroutine)
        print("the greeting is under way")
    except RuntimeError as error:
        print("it did not start:", error)
        coroutine.close()


async def main():
    start_greeting()
    await asyncio.sleep(2)


start_greeting()
asyncio.run(main())
