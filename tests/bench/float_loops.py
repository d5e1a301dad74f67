"""Loops within loops, over floats: how soon points escape."""
SIZE = 120


def escapes(x, y):
    a = b = 0.0
    for n in range(200):
        a, b = a * a - b * b + x, 2.0 * a * b + y
        if a * a + b * b > 4.0:
            return n
    return 200


total = 0
for row in range(SIZE):
    for column in range(120):
        total += escapes(column / 40.0 - 2.0, row / 60.0 - 1.0)
print(total)
