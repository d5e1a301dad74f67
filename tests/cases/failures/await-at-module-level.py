# await outside of any function does not compile either.
import asyncio

await asyncio.sleep(1)
print('done')
