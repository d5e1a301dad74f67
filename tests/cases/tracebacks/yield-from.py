def inner():
    yield 'a'
    raise LookupError('inside')

def outer():
    yield from inner()

for x in outer():
    print(x)
