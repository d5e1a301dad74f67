# An async generator can't return a value.
async def numbers():
    yield 1
    return 2
