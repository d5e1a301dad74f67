# Where coroutines come from: a function that pauses at each yield.
def countdown(n):
    print('begins')
    while n:
        yield n
        n -= 1
    print('ends')
    return 'lift-off'

generator = countdown(2)
print(generator.__next__(), next(generator))
try:
    next(generator)
except StopIteration as stop:
    print('value:', stop.value)
print(next(generator, 'exhausted'), list(countdown(0)))
