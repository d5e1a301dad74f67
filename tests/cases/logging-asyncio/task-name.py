# %(taskName)s says which task wrote a line.
import asyncio
import logging
import sys

logging.basicConfig(stream=sys.stdout, format='%(taskName)s %(threadName)s %(funcName)s: %(message)s', level=logging.INFO)

async def work(n):
    logging.info('working on %s', n)
    await asyncio.sleep(0)

async def main():
    logging.info('start')
    await asyncio.gather(work('a'), asyncio.create_task(work('b'), name='special'))

logging.info('outside')
asyncio.run(main())
