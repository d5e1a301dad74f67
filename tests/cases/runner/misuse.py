# A runner that is closed, nested, or given no coroutine.
import asyncio

async def nothing():
    return 'ok'

async def nested(runner):
    coroutine = nothing()
    try:
        runner.run(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()

runner = asyncio.Runner()
print(runner.run(nothing()))
runner.run(nested(runner))
try:
    runner.run(nothing)
except ValueError as error:
    print(str(error).split(' at ')[0])
runner.close()
coroutine = nothing()
for attempt in (lambda: runner.run(coroutine), runner.get_loop):
    try:
        attempt()
    except RuntimeError as error:
        print(error)
coroutine.close()
