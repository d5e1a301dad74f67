from functools import lru_cache, cache, cached_property

@lru_cache(maxsize=2)
def double(n):
    print('computing', n)
    return n * 2

print(double(1), double(2), double(1), double(3), double(2), double.cache_info())
double.cache_clear()
print(double.cache_info(), double.__wrapped__(9), double.__name__)

@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

print(fib(90), fib.cache_info())
@lru_cache
def typed(x): return type(x).__name__
print(typed(1), typed(1.0), typed(True))
@lru_cache(typed=True)
def strict(x): return type(x).__name__
print(strict(1), strict(1.0), strict.cache_parameters())
try:
    fib([1])
except TypeError as error:
    print(error)

class Circle:
    def __init__(self, r): self.r = r
    @cached_property
    def area(self):
        print('once')
        return 3 * self.r ** 2

c = Circle(2)
print(c.area, c.area, vars(c))
c.r = 3
del c.area
print(c.area)
