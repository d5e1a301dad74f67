print(list(enumerate('ab', 1)), list(zip([1, 2], 'xyz')), list(reversed([1, 2])), all([]), any([]), all([1, 0]), any([0, 1]))
print(list(map(pow, [2, 3], [3, 2])), list(filter(str.isdigit, 'a1b2')), sum(range(5)), list(zip()), list(zip('abc')))
for bad in [lambda: list(zip([1], [1, 2], strict=True)), lambda: list(zip([1, 2], [1], strict=True)), lambda: next(iter([])), lambda: next([1]), lambda: iter(5), lambda: reversed({1}), lambda: enumerate(5), lambda: list(map(5, [1])), lambda: map(str)]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
it = iter([1, 2, 3])
print(next(it), list(it), list(it), next(it, None))
z = zip('ab', range(9))
print(next(z), list(z), type(z).__name__, type(map(str, [])).__name__, type(iter([])).__name__, type(iter({})).__name__, type(enumerate('')).__name__)
print(min('hello'), max([1, 2], [1, 3]), sorted(zip([2, 1], 'ab')), list(reversed('abc')), tuple(range(3)), len({1: 2}), max({'a': 5, 'b': 1}))
print([*map(lambda p: p[0] * p[1], zip(range(3), range(3)))], dict(enumerate('ab')), [list(g) for g in [range(2), 'xy']])
