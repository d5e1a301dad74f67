# A future that hears of its cancellation: wait_for asks it through its own method.
import asyncio


class Careful(asyncio.Future):
    def cancel(self, msg=None):
        print('asked to give up')
        return super().cancel(msg)


async def main():
    try:
        await asyncio.wait_for(Careful(), 0.1)
    except TimeoutError:
        print('too late')


asyncio.run(main())
