"""Loops within loops, over whole numbers."""
SIZE = 3_000


def count():
    total = 0
    for i in range(SIZE):
        for j in range(1_000):
            if (i ^ j) % 3 == 0:
                total += i * j
            else:
                total -= j >> 1
    return total


print(count())
