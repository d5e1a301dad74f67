# sum() of floats is compensated since 3.12.
print(sum([0.1] * 10), sum([0.1, 0.2, 0.3]), 0.1 + 0.2 + 0.3)
print(sum([1e16, 1.0, -1e16]), sum([1, 2.5, 3]), sum([], 5), sum([[1], [2]], []))
total = 0.0
for _ in range(10):
    total += 0.1
print(total)
print(max(3, 1, 2), min([3, 1, 2]), max('apple', 'pear', key=len), min([], default='none'))
print(max([1, 5, 3], key=lambda n: -n), max([(1, 'b'), (1, 'a')]), abs(-3.5), abs(-0.0))
for call in [lambda: max([]), lambda: sum(['a', 'b']), lambda: max(1), lambda: sum([1], 'x')]:
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
