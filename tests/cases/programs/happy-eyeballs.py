# The first of several servers that answers wins; the others are cancelled.
import asyncio

async def connect(name, seconds, fails=False):
    try:
        await asyncio.sleep(seconds)
        if fails:
            raise ConnectionError(name)
        return name
    except asyncio.CancelledError:
        print('  cancelled', name)
        raise

async def first_success(*coroutines):
    pending = {asyncio.create_task(coroutine) for coroutine in coroutines}
    errors = []
    try:
        while pending:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                if task.exception() is None:
                    return task.result()
                errors.append(task.exception())
        raise ExceptionGroup('nobody answered', errors)
    finally:
        for task in pending:
            task.cancel()

async def main():
    print(await first_success(connect('slow', 3), connect('broken', 0.5, True), connect('good', 1)))
    try:
        await first_success(connect('x', 0.2, True), connect('y', 0.1, True))
    except ExceptionGroup as group:
        print(repr(group))

asyncio.run(main())
