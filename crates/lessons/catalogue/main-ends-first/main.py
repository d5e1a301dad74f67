import asyncio


async def upload(name, seconds):
    print(name, "starts")
    try:
        await asyncio.sleep(seconds)
        print(name, "is there")
    finally:
        print(name, "lets go")


async def main():
    asyncio.create_task(upload("photo", 1), name="photo")
    asyncio.create_task(upload("film", 9), name="film")
    await asyncio.sleep(2)
    print("main has nothing more to do")


asyncio.run(main())
