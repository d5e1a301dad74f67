r = range(2, 20, 3)
print(r, len(r), r[0], r[-1], r[1:3], 5 in r, 6 in r, r.index(8), r.count(2), list(r), r == range(2, 19, 3))
print(range(5), range(1, 5), range(5, 1), len(range(5, 1)), bool(range(0)), list(range(10, 0, -3)), list(reversed(range(4))))
print(sum(range(101)), max(range(5)), 10 ** 15 in range(0, 10 ** 18, 5), len(range(10 ** 12)), range(10 ** 20)[10 ** 19], r.start, r.stop, r.step)
for bad in [lambda: range(1.5), lambda: range('5'), lambda: range(1, 2, 0), lambda: range(), lambda: range(3)[5], lambda: range(3).index(7)]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(hash(range(0)) == hash(range(2, 2)), range(0) == range(2, 2), {range(3): 'key'})
it = iter(range(3))
print(next(it), list(it), next(it, 'end'))
