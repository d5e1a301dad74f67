# The loop closes a generator that dies with main in a task, which asyncio.run cancels before it begins.
import asyncio


async def stream():
    try:
        yield 1
        yield 2
    except BaseException as error:
        print(type(error).__name__)
        raise
    finally:
        print('closed', asyncio.current_task().get_name())


async def main():
    async for item in stream():
        print(item)
        break
    flow = stream()
    print(await anext(flow))


asyncio.run(main())
print('end')
