# A handler of one's own for what nobody catches.
import asyncio

def handler(loop, context):
    print('handler:', context['message'])
    print('exception:', repr(context.get('exception')))
    print('keys:', sorted(context))

def broken():
    raise ZeroDivisionError('in a callback')

async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    loop.call_soon(broken)
    await asyncio.sleep(0.1)
    loop.call_exception_handler({'message': 'called by hand', 'extra': 1})
    loop.set_exception_handler(None)
    loop.call_exception_handler({'message': 'the default handler', 'extra': 1})
    try:
        loop.set_exception_handler(5)
    except TypeError as error:
        print(error)

asyncio.run(main())
