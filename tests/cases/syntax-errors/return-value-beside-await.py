# Without async, what yields and awaits is taken for an asynchronous generator first.
def numbers():
    yield 1
    return await later()
