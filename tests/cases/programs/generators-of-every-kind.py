# generators and iterators
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
from itertools import *
print(list(islice(fib(), 10)), list(takewhile(lambda x: x < 20, fib())))
def averager():
    total = n = 0
    avg = None
    while True:
        x = yield avg
        if x is None: return total
        total += x; n += 1; avg = total / n
g = averager(); next(g); print(g.send(10), g.send(20))
try: g.send(None)
except StopIteration as e: print(e.value, repr(e))
def outer():
    r = yield from inner()
    print('got', r)
    yield 3
def inner():
    try:
        yield 1
        yield 2
    except ValueError as e:
        print('caught', e); yield 99
    finally: print('finally')
    return 'done'
o = outer(); print(next(o), o.throw(ValueError('x'))); print(list(o))
o = outer(); next(o); o.close(); print(o, 'closed') if False else print('closed')
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n + 1
print(list(Countdown(3)), sum(Countdown(4)), tuple(Countdown(2)), [*Countdown(2)], 2 in Countdown(3), max(Countdown(5)), dict(zip('ab', Countdown(2))))
a, *b = Countdown(4); print(a, b)
print(list(chain([1], (2,), 'ab')), list(combinations('abc', 2)), list(permutations([1, 2, 3], 2)), list(product('ab', repeat=2)), list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], initial=10)))
print([(k, list(v)) for k, v in groupby('aabbc')], list(zip_longest([1, 2], 'a', fillvalue='-')), list(starmap(pow, [(2, 3)])), list(cycle([]))[:1], list(islice(count(5, 5), 3)), list(repeat('x', 2)), list(compress('abc', [1, 0, 1])), list(dropwhile(str.isalpha, 'ab1c')), list(filterfalse(None, [0, 1])), list(pairwise([1, 2, 3])), list(batched('abcde', 2)), [list(t) for t in tee([1, 2])])
gen = (x * x for x in range(3)); print(next(gen), list(gen), list(gen), next(gen, 'end'))
def bad():
    yield 1
    raise StopIteration
try: list(bad())
except RuntimeError as e: print(e, repr(e.__cause__))
def g2(): yield; 
x = g2()
try: x.send(1)
except TypeError as e: print(e)
it = iter(lambda: 5, 5); print(list(it)); print(list(map(lambda a, b: a + b, [1, 2], [3])), list(filter(None, [0, 1, ''])), list(enumerate('ab', 1)), list(reversed(range(3))), any(x > 2 for x in range(4)), all([]))
next(iter([]))
