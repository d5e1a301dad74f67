# An exception raised while run cancels what is left is reported, not raised.
import asyncio

async def messy():
    try:
        await asyncio.sleep(10)
    finally:
        raise ValueError('clean-up went wrong')

async def main():
    task = asyncio.create_task(messy(), name='messy')
    await asyncio.sleep(0.5)
    return 'main is fine', task

result, task = asyncio.run(main())
print(result, task.done())
