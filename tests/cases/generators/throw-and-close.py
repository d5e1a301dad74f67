def careful():
    try:
        while True:
            try:
                yield 'ready'
            except ValueError as error:
                print('handled', error)
                yield 'recovered'
    finally:
        print('cleaning up')

g = careful()
print(next(g), g.throw(ValueError('bad')), next(g))
try:
    g.throw(KeyError('unknown'))
except KeyError as error:
    print('came out', repr(error))
print(next(g, 'finished'))
g = careful()
next(g)
print(g.close(), g.close())
g = careful()
print('never started', g.close())

def stubborn():
    try:
        yield 1
    except GeneratorExit:
        print('no!')
        yield 2

g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)

def returns():
    try:
        yield 1
    except GeneratorExit:
        return 'closing value'
g = returns()
next(g)
print(g.close())
def fresh(): yield 1
g = fresh()
try:
    g.throw(IndexError('at the start'))
except IndexError as error:
    print(error, next(g, 'over'))
try:
    g.throw(TypeError, 'old form', None)
except TypeError as error:
    print(error)
