# What can't be awaited, with the text of each TypeError.
import asyncio
import time

def plain():
    return 5

class Odd:
    def __await__(self):
        return [1, 2]

async def main():
    for thing in (5, 'text', None, plain, plain(), [asyncio.sleep(0.1)], (x for x in 'ab'), Odd(), time.sleep(0)):
        try:
            await thing
        except TypeError as error:
            print(error)

asyncio.run(main())
