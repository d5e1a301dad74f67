"""run_until_complete looks at the exit of a coroutine that it was given; that of a task is for its owner to look at."""
import asyncio


async def main():
    tell = lambda loop, context: print(context['message'], repr(context['exception']))
    asyncio.get_running_loop().set_exception_handler(tell)
    await asyncio.sleep(1)
    raise SystemExit('out')


loop = asyncio.new_event_loop()
for what in (main(), loop.create_task(main())):
    try:
        loop.run_until_complete(what)
    except SystemExit as error:
        print(repr(error))
    what = None
    print('let go')
