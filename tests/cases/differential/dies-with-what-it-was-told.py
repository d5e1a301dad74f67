# Of two tasks that die together, the first ends altogether before the second is heard of.
import asyncio


async def serve(name):
    task = asyncio.create_task(asyncio.sleep(0))
    try:
        await task
    finally:
        print(name, 'ends')


async def main():
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print(context['message']))
    asyncio.create_task(serve('a'))
    asyncio.create_task(serve('b'))
    await asyncio.sleep(0)
    await asyncio.sleep(0)

loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
print('closed')
