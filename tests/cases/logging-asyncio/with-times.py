# logging in tasks, with the time of each line.
import asyncio
import logging

logging.basicConfig(level=logging.INFO, format='%(asctime)s.%(msecs)03d %(levelname)s %(message)s', datefmt='%H:%M:%S')

async def work(n):
    logging.info('work %s starts', n)
    await asyncio.sleep(n)
    logging.warning('work %s ends', n)

async def main():
    logging.debug('not shown')
    await asyncio.gather(work(1), work(0.5))

asyncio.run(main())
