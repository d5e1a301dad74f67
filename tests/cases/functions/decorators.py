import functools

def logged(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        print('call', f.__name__, args, kwargs)
        result = f(*args, **kwargs)
        print('gave', result)
        return result
    return wrapper

def repeat(n):
    print('repeat', n)
    def decorate(f):
        print('decorate', f.__name__)
        def wrapper(*args):
            return [f(*args) for _ in range(n)]
        return wrapper
    return decorate

@logged
def add(a, b=1):
    """Adds."""
    return a + b

@logged
@repeat(2)
def hi(name):
    return 'hi ' + name

add(1, b=2)
hi('Ada')
print(add.__name__, add.__doc__, add.__wrapped__(5), hi.__name__)

class Count:
    def __init__(self, f):
        self.f, self.n = f, 0
    def __call__(self, *args):
        self.n += 1
        return self.f(*args)

@Count
def ping():
    return 'pong'

print(ping(), ping(), ping.n)
registry = []
@registry.append
def registered(): pass
print(registered, registry[0].__name__)
@(lambda f: f.__name__.upper())
def odd(): pass
print(odd)
