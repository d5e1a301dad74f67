import asyncio


async def work():
    return "worked"


async def main():
    here = asyncio.get_running_loop()
    elsewhere = asyncio.new_event_loop()
    mine, theirs = here.create_future(), elsewhere.create_future()
    try:
        asyncio.gather(mine, theirs)
    except ValueError as error:
        print(error)
    task = asyncio.create_task(work())
    try:
        asyncio.gather(theirs, task)
    except ValueError as error:
        print(error)
    print(await task)
    elsewhere.close()


asyncio.run(main())
