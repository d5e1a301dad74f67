"""Two tasks that wake each other by futures, to and fro."""
import asyncio

SIZE = 200_000


class Table:
    def __init__(self, loop):
        self.ping = loop.create_future()
        self.pong = loop.create_future()


async def answer(table, loop):
    for _ in range(SIZE):
        n = await table.ping
        table.ping = loop.create_future()
        table.pong.set_result(n + 1)


async def main():
    loop = asyncio.get_running_loop()
    table = Table(loop)
    other = asyncio.create_task(answer(table, loop))
    n = 0
    for _ in range(SIZE):
        table.ping.set_result(n)
        n = await table.pong
        table.pong = loop.create_future()
    await other
    print(n)


asyncio.run(main())
