# asyncio's logger can be had from the package, and be made quiet.
import asyncio
import asyncio.log
import logging

print(asyncio.log.logger is logging.getLogger("asyncio"), asyncio.log.logger.name)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({"message": "something is wrong"})
    asyncio.log.logger.setLevel(logging.CRITICAL)
    loop.call_exception_handler({"message": "nobody hears of this"})


asyncio.run(main())
