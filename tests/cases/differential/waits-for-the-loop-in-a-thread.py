# A thread that has waited for a coroutine of the loop's keeps nothing of it: main's own tasks die with main.
import asyncio


async def fail(what):
    raise ValueError(what)


async def main():
    def ask(loop):
        return asyncio.run_coroutine_threadsafe(fail('asked'), loop).result(1)

    def hear(loop, context):
        print(context['message'], repr(context['exception']))

    loop = asyncio.get_running_loop()
    loop.set_exception_handler(hear)
    try:
        await asyncio.to_thread(ask, loop)
    except ValueError as error:
        print(repr(error))
    task = asyncio.create_task(fail('forgotten'))
    await asyncio.sleep(0)
    return 'main ends'

print(asyncio.run(main()))
