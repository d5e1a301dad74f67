import asyncio


def make(loop):
    return asyncio.Future(loop=loop)


async def main():
    loop = asyncio.get_running_loop()
    future = make(loop)
    for file, line, function, text in future._source_traceback[-2:]:
        print(file, line, function, text)
    loop.set_debug(False)
    print(make(loop)._source_traceback)


asyncio.run(main(), debug=True)
