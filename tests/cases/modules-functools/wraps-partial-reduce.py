from functools import partial, reduce, wraps, partialmethod, cmp_to_key

def power(base, exponent, *, loud=False):
    """Raises."""
    return f'{base ** exponent}!' if loud else base ** exponent

square = partial(power, exponent=2)
two_to = partial(power, 2, loud=True)
print(square(5), two_to(10), square.func is power, square.args, two_to.keywords, square(3, loud=True))
print(repr(partial(print, 1, sep='-')), partial(partial(power, 2), 3)(), partial(int, base=2)('101'))
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], 'start'), reduce(max, [3, 9, 2]))
try:
    reduce(lambda a, b: a, [])
except TypeError as error:
    print(error)

def decorate(f):
    @wraps(f)
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)
    return wrapper

wrapped = decorate(power)
print(wrapped.__name__, wrapped.__doc__, wrapped.__wrapped__ is power, wrapped(2, 3))

class Lamp:
    def __init__(self): self.state = 'off'
    def set(self, state): self.state = state
    on = partialmethod(set, 'on')

lamp = Lamp()
lamp.on()
print(lamp.state, sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
