"""Two tasks that wake each other by events, to and fro."""
import asyncio

SIZE = 200_000


async def answer(ping, pong):
    for _ in range(SIZE):
        await ping.wait()
        ping.clear()
        pong.set()


async def main():
    ping, pong = asyncio.Event(), asyncio.Event()
    other = asyncio.create_task(answer(ping, pong))
    turns = 0
    for _ in range(SIZE):
        ping.set()
        await pong.wait()
        pong.clear()
        turns += 1
    await other
    print(turns)


asyncio.run(main())
