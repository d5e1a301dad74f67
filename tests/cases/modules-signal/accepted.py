import signal

def handler(number, frame):
    print('got', number)

old = signal.signal(signal.SIGINT, handler)
print(signal.getsignal(signal.SIGINT) is handler, signal.SIGINT, repr(signal.SIGTERM), int(signal.SIGINT), signal.Signals(15).name, callable(old))
signal.signal(signal.SIGINT, old)
print(signal.SIG_DFL, signal.SIG_IGN)
