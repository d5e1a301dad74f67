# create_task takes coroutines only.
import asyncio

async def job():
    return 1

async def main():
    loop = asyncio.get_running_loop()
    for wrong in (job, 3, None, loop.create_future(), [job]):
        try:
            asyncio.create_task(wrong)
        except TypeError as error:
            print(error)

asyncio.run(main())
