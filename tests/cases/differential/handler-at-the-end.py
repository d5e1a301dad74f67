# Tasks that are left at the end die before the names of the program do: its own handler still works.
import asyncio


def say(*words):
    print(*words)


async def work():
    try:
        await asyncio.sleep(1)
    finally:
        asyncio.create_task(asyncio.sleep(0.3))


async def main():
    def handler(loop, context):
        say('handler', context['message'])

    asyncio.get_running_loop().set_exception_handler(handler)
    task = asyncio.create_task(work())
    await asyncio.sleep(0)


asyncio.run(main())
print('end')
