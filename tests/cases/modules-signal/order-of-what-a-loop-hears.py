import asyncio
import contextvars
import os
import signal

who = contextvars.ContextVar('who', default='nobody')


def say(*words):
    print(f'{asyncio.get_running_loop().time():.3f}', *words, who.get())


async def turns(name, count):
    for turn in range(count):
        say(name, turn)
        await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    who.set('registered')
    loop.add_signal_handler(signal.SIGUSR1, say, 'one')
    loop.add_signal_handler(signal.SIGUSR2, say, 'two')
    who.set('later')
    before = asyncio.create_task(turns('before', 4))
    await asyncio.sleep(0)
    loop.call_soon(say, 'soon, asked before')
    os.kill(os.getpid(), signal.SIGUSR1)
    os.kill(os.getpid(), signal.SIGUSR2)
    signal.raise_signal(signal.SIGUSR1)
    loop.call_soon(say, 'soon, asked after')
    after = asyncio.create_task(turns('after', 4))
    loop.call_later(0, say, 'timer')
    await asyncio.gather(before, after)

    # Nothing is ready: the loop wakes at once, or at the timer that is due with it.
    say('asleep')
    loop.call_at(loop.time() + 1, os.kill, os.getpid(), signal.SIGUSR1)
    loop.call_at(loop.time() + 1, say, 'another timer')
    await asyncio.sleep(1)
    say('awake')
    await asyncio.sleep(1)

    loop.add_signal_handler(signal.SIGUSR1, say, 'replaced')
    signal.raise_signal(signal.SIGUSR1)
    loop.remove_signal_handler(signal.SIGUSR1)
    loop.add_signal_handler(signal.SIGUSR2, lambda: 1 / 0)
    signal.raise_signal(signal.SIGUSR2)
    await asyncio.sleep(1)
    say('end')


loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda loop, context: print(context['message'].split(' at ')[0], repr(context['exception'])))
loop.run_until_complete(main())
loop.close()
print(signal.getsignal(signal.SIGUSR2))
