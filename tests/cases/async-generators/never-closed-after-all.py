# A stream that dies after its loop's last step is to be closed by a task that never starts.
import asyncio


async def stream():
    try:
        yield 1
    finally:
        print("never said")


class Ring:
    def __init__(self):
        self.itself = self


async def main():
    ring = Ring()
    ring.stream = stream()
    async for item in ring.stream:
        break


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
print("end of the program")
