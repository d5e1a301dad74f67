"""Calls: the thirtieth Fibonacci number the slow way (or the largest one that is no larger than SIZE)."""
SIZE = 1_000_000


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


which, number, following = 0, 0, 1
while following <= SIZE:
    which, number, following = which + 1, following, number + following
assert fib(which) == number
print(which, number)
