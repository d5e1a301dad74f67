import asyncio
import logging


def buy(count):
    logging.warning('bought %d apples', count)


async def work():
    buy('three')


async def main():
    await asyncio.create_task(work())
    logging.error('boom', exc_info=True)
    logging.exception('nothing was raised')


buy('two')
asyncio.run(main())
