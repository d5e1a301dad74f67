# Running generators, StopIteration inside, and closing that is refused.
def runs_itself():
    yield next(me)

def stops():
    yield 1
    raise StopIteration('inside')

def refuses():
    try:
        yield 1
    except GeneratorExit:
        yield 2

me = runs_itself()
try:
    next(me)
except ValueError as error:
    print(error)
try:
    list(stops())
except RuntimeError as error:
    print(error, '<-', repr(error.__cause__))
generator = refuses()
next(generator)
try:
    generator.close()
except RuntimeError as error:
    print(error)
