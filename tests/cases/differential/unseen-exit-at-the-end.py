"""An exit that nobody looked at is reported when the program is taken apart, before or after what it has left."""
import asyncio


def tell(loop, context):
    print(context['message'], repr(context.get('exception')))


async def waits(n):
    try:
        await asyncio.sleep(n)
    finally:
        print('closed', n)


async def main():
    asyncio.get_running_loop().set_exception_handler(tell)
    waiting = [asyncio.create_task(waits(n), name=f'waits-{n}') for n in (1, 2)]
    await asyncio.sleep(0)
    raise SystemExit('out')


loop = asyncio.new_event_loop()
task = loop.create_task(main())
loop.run_forever()
