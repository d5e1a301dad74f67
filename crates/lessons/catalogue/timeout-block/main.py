import asyncio


async def main():
    try:
        async with asyncio.timeout(2.5) as limit:
            for page in range(1, 6):
                await asyncio.sleep(1)
                print("read page", page)
                if page == 2:
                    limit.reschedule(limit.when() + 1)
    except TimeoutError:
        print("time is up")
    print("expired:", limit.expired())


asyncio.run(main())
