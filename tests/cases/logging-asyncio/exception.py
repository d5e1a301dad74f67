# logging.exception prints the traceback of a failed task.
import asyncio
import logging

logger = logging.getLogger('jobs')
logging.basicConfig(format='%(levelname)s:%(name)s:%(message)s')

async def job(n):
    await asyncio.sleep(n)
    return 1 / (n - 1)

async def main():
    for task in [asyncio.create_task(job(n)) for n in (2, 1)]:
        try:
            print(await task)
        except ZeroDivisionError:
            logger.exception('job failed')

asyncio.run(main())
