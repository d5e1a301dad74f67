# Debug mode remembers where things were made: of handles ten frames, those of the loop's own methods among them, which
# are taken away again; of futures and tasks, all.
import asyncio
import traceback


def deep(n, make):
    return make() if n == 0 else deep(n - 1, make)


async def nothing():
    pass


async def main():
    loop = asyncio.get_running_loop()
    made = {
        'create_future': loop.create_future,
        'Future': asyncio.Future,
        'create_task': lambda: asyncio.create_task(nothing()),
        'loop.create_task': lambda: loop.create_task(nothing()),
        'ensure_future': lambda: asyncio.ensure_future(nothing()),
        'call_soon': lambda: loop.call_soon(int),
        'call_later': lambda: loop.call_later(0.1, int),
        'call_at': lambda: loop.call_at(loop.time() + 0.2, int),
        'call_soon_threadsafe': lambda: loop.call_soon_threadsafe(int),
    }
    for name, make in made.items():
        lines = deep(20, make)._source_traceback
        print(name, len(lines) if 'call' in name else 'all', lines[-1].name, lines[-1].line)
    await asyncio.sleep(1)


async def patient():
    future = asyncio.get_running_loop().create_future()
    print(*traceback.format_list(future._source_traceback[-4:]), sep='')

asyncio.run(main(), debug=True)
asyncio.run(asyncio.wait_for(patient(), 1), debug=True)
