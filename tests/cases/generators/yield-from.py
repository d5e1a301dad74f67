def inner():
    x = yield 1
    print('inner got', x)
    try:
        yield 2
    except ValueError:
        print('inner caught')
    yield 3
    return 'inner result'

def outer():
    result = yield from inner()
    print('outer sees', result)
    yield from 'ab'
    yield from range(2)
    other = yield from [10]
    print(other)

g = outer()
print(next(g), g.send('hello'), g.throw(ValueError), list(g))

def flatten(tree):
    for item in tree:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item

print(list(flatten([1, [2, (3, [4])], [], 5])))

def chain():
    a = yield from sub(1)
    b = yield from sub(2)
    return a + b

def sub(n):
    yield n
    return n * 100

def run(generator):
    while True:
        try:
            print('step', next(generator))
        except StopIteration as stop:
            return stop.value

print(run(chain()))
g = outer()
next(g)
print(g.gi_yieldfrom.__name__)
g.close()
