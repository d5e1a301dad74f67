# python: 3.10
# The oldest form: a decorated generator, with yield from.
import asyncio

@asyncio.coroutine
def hello():
    print('hello')
    result = yield from asyncio.sleep(1, result='again')
    print(result)
    return 3

loop = asyncio.new_event_loop()
print(loop.run_until_complete(hello()), loop.time())
loop.close()
