# What an exit has passed on its way out lives until the program is over.
import asyncio


async def fail():
    raise ValueError('unseen')


async def main():
    def tell(loop, context):
        print(context['message'], asyncio._get_running_loop() is not None)

    asyncio.get_running_loop().set_exception_handler(tell)
    task = asyncio.create_task(fail())
    await asyncio.sleep(0)
    raise SystemExit('out')


asyncio.run(main())
