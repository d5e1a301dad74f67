import threading

def broken():
    print('in thread')
    return {}['missing']

t = threading.Thread(target=broken)
t.start()
t.join()
print('main goes on', t.is_alive())
threading.Thread(target=lambda: 1 / 0, name='named').start()

def hook(args):
    print('hook saw', args.exc_type.__name__, args.thread.name)

threading.excepthook = hook
t = threading.Thread(target=broken)
t.start()
t.join()
