try:
    raise KeyboardInterrupt
except Exception:
    print('not here')
except BaseException as error:
    print(repr(error))

def work():
    print('working')
    raise KeyboardInterrupt

try:
    work()
finally:
    print('tidy up')
