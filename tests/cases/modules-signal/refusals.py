import asyncio
import signal
import threading


def attempt(what, *args):
    try:
        print(what.__name__, '->', what(*args))
    except Exception as error:
        print(what.__name__, '->', type(error).__name__, error)


async def coroutine():
    pass


async def main():
    loop = asyncio.get_running_loop()
    attempt(loop.add_signal_handler, 'SIGINT', print)
    attempt(loop.add_signal_handler, 0, print)
    attempt(loop.add_signal_handler, 65, print)
    attempt(loop.add_signal_handler, signal.SIGKILL, print)
    attempt(loop.add_signal_handler, signal.SIGSTOP, print)
    attempt(loop.add_signal_handler, signal.SIGTERM, coroutine)
    attempt(loop.add_signal_handler, signal.SIGTERM, print)
    attempt(loop.remove_signal_handler, signal.SIGUSR1)
    attempt(loop.remove_signal_handler, 99)
    attempt(loop.remove_signal_handler, signal.SIGTERM)
    await asyncio.to_thread(attempt, loop.add_signal_handler, signal.SIGTERM, print)
    await asyncio.to_thread(attempt, signal.signal, signal.SIGTERM, signal.SIG_IGN)


asyncio.run(main())
closed = asyncio.new_event_loop()
closed.close()
attempt(closed.add_signal_handler, signal.SIGTERM, print)
attempt(signal.signal, signal.SIGTERM, 'nothing that can be called')
attempt(signal.signal, signal.SIGKILL, print)
attempt(signal.signal, 0, print)
attempt(signal.getsignal, 99)
attempt(signal.raise_signal, 99)
print(len(signal.valid_signals()), signal.NSIG, signal.SIGRTMIN, signal.SIGRTMAX.value)
print(sorted(signal.valid_signals())[:4], 64 in signal.valid_signals())
print([signal.strsignal(number) for number in (1, 2, 9, 15, 17)])
print(signal.signal(signal.SIGUSR1, signal.SIG_IGN), signal.getsignal(signal.SIGUSR1), signal.getsignal(signal.SIGPIPE))
signal.raise_signal(signal.SIGUSR1)
signal.raise_signal(signal.SIGCHLD)
print(signal.signal(signal.SIGUSR1, 0), repr(signal.getsignal(signal.SIGUSR1)))
