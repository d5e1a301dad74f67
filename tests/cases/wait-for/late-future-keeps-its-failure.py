# A future that is late fails with what has passed the frame it stands in: the two keep each other, and all that
# those frames have in their variables, until the program's end.
import asyncio


class Tool:
    def __del__(self):
        print("tool put away")


async def work():
    tool = Tool()
    await asyncio.sleep(5)


async def main():
    job = asyncio.gather(work())
    try:
        await asyncio.wait_for(job, 1)
    except TimeoutError:
        print("too late")
    job = None
    print("nobody waits any more")


asyncio.run(main())
print("end of the program")
