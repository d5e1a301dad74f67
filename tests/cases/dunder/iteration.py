class Countdown:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return CountdownIterator(self.n)
    def __reversed__(self):
        return iter(range(1, self.n + 1))
    def __length_hint__(self):
        return self.n

class CountdownIterator:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1

c = Countdown(3)
print(list(c), list(c), [a * b for a in c for b in c], list(reversed(c)), 2 in c, sum(c), max(c), sorted(c), tuple(c), *c)
it = iter(c)
print(next(it), next(it), next(it), next(it, 'done'), iter(it) is it)
try:
    next(it)
except StopIteration as stop:
    print(repr(stop), stop.value)
a, b, d = c
print(a, b, d, dict.fromkeys(c), set(c), ''.join(str(x) for x in c), list(zip(c, 'ab')), list(enumerate(c, 5)))
print(list(iter([1, 2, 0, 3].pop, 1)), list(map(str, c)))
class Broken:
    def __iter__(self):
        return 5
try:
    list(Broken())
except TypeError as error:
    print(error)
