# yield from hands on values both ways and gives the result.
def inner():
    received = yield 'first'
    print('inner received', received)
    received = yield 'second'
    print('inner received', received)
    return 'inner result'

def outer():
    result = yield from inner()
    print('outer got', result)
    yield from 'ab'
    yield from range(2)

generator = outer()
value = next(generator)
while True:
    print('->', value)
    try:
        value = generator.send(value.upper()) if value in ('first', 'second') else next(generator)
    except StopIteration:
        break
