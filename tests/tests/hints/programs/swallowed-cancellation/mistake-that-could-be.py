import asyncio


async def serve(rounds):
    while True:
        try:
            await asyncio.sleep(1)
            rounds -= 1
            if rounds == 0:
                return
        except:
            pass


asyncio.run(serve(2))
