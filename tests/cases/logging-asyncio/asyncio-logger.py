# asyncio's own complaints go through the logger 'asyncio'.
import asyncio
import logging
import sys

logging.basicConfig(level=logging.DEBUG, stream=sys.stdout, format='%(name)s | %(levelname)s | %(message)s')

def broken():
    raise ValueError('in a callback')

async def main():
    asyncio.get_running_loop().call_soon(broken)
    await asyncio.sleep(0.1)
    print('main ends')

asyncio.run(main())
