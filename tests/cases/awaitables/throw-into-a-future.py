import asyncio
import warnings

warnings.simplefilter("always")


async def main():
    loop = asyncio.get_running_loop()
    for thrown in [
        (ValueError("one"),),
        (ValueError,),
        (ValueError, ValueError("two"), None),
        (ValueError, None, None),
        (ValueError("three"), ValueError("four")),
        (list,),
    ]:
        steps = iter(loop.create_future())
        try:
            steps.throw(*thrown)
        except (ValueError, TypeError) as error:
            print(repr(error))


asyncio.run(main())
