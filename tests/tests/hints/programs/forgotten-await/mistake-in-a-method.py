import asyncio


class Shop:
    async def close(self):
        await asyncio.sleep(1)
        print("closed")

    async def open(self):
        self.close()


asyncio.run(Shop().open())
