import asyncio


async def answer(seconds):
    try:
        await asyncio.sleep(seconds)
        return "here I am"
    except asyncio.CancelledError:
        print("I was too slow")
        raise


async def main():
    for seconds in (1, 5):
        try:
            print(await asyncio.wait_for(answer(seconds), timeout=2))
        except TimeoutError:
            print("no answer in 2 seconds")


asyncio.run(main())
