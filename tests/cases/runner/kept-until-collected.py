# What is still running when a runner ends is cancelled. The tasks that let this pass keep each other, and what their
# frames have in variables, alive: generators are closed with the loop, and failures are reported at the end.
import asyncio


async def items():
    try:
        yield 1
    finally:
        print('closed by', asyncio.current_task().get_name())


async def waits():
    flow = items()
    print(await anext(flow))
    broken = items()
    try:
        await broken.athrow(ValueError)
    except ValueError:
        pass
    failed = asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))
    failed.cancel()
    await asyncio.sleep(5)


async def main():
    tell = lambda loop, context: print(context['message'])
    asyncio.get_running_loop().set_exception_handler(tell)
    tasks = [asyncio.create_task(waits()) for _ in range(2)]
    await asyncio.sleep(0.1)
    print('main ends')


asyncio.run(main())
print('the end')
