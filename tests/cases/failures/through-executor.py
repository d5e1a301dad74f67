# An exception in a thread, uncaught.
import asyncio

def read_number(text):
    return int(text)

async def main():
    print(await asyncio.to_thread(read_number, '12'))
    print(await asyncio.to_thread(read_number, 'twelve'))

asyncio.run(main())
