import atexit

@atexit.register
def last():
    print('exit handler')
    raise RuntimeError('in handler')

@atexit.register
def before():
    print('runs first')

print('main')
