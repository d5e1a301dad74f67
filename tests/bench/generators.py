"""Generators: a chain of them, and one that delegates."""
SIZE = 500_000


def numbers():
    for n in range(SIZE):
        yield n


def odd(source):
    for n in source:
        if n % 2:
            yield n


def nested(depth, source):
    if depth:
        yield from nested(depth - 1, source)
    else:
        yield from source


print(sum(n * n for n in odd(numbers())), sum(nested(5, numbers())))
