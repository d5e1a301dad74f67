# A runner with its own loop, debug mode and context.
import asyncio
import contextvars

name = contextvars.ContextVar('name', default='unset')

def make_loop():
    print('making a loop')
    return asyncio.new_event_loop()

async def set_name(value):
    name.set(value)

async def get_name():
    return name.get(), asyncio.get_running_loop().get_debug()

with asyncio.Runner(debug=True, loop_factory=make_loop) as runner:
    print('entered')
    runner.run(set_name('set in the first run'))
    print(runner.run(get_name()), name.get())
    context = contextvars.copy_context()
    print(runner.run(get_name(), context=context))
