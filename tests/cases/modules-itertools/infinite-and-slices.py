from itertools import count, cycle, repeat, islice, takewhile, dropwhile, accumulate, chain, tee, zip_longest, pairwise, batched, compress, filterfalse, starmap
import operator

print(list(islice(count(10, 3), 4)), list(islice(count(0.5, 0.25), 3)), list(islice(cycle('ab'), 5)), list(repeat('x', 3)), list(islice(repeat(1), 2)))
print(list(islice('abcdefgh', 2, 7, 2)), list(islice('abc', None)), list(takewhile(lambda n: n < 3, count())), list(dropwhile(str.islower, 'abCd')))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([1, 2, 3], operator.mul)), list(accumulate([1, 2], initial=100)), list(accumulate([3, 1, 4], max)))
print(list(chain('ab', [1], range(2))), list(chain.from_iterable(['ab', 'cd'])), list(zip_longest('abc', [1], fillvalue='-')), list(pairwise('abcd')), list(batched('abcdefg', 3)))
print(list(compress('abcd', [1, 0, 1, 1])), list(filterfalse(lambda n: n % 2, range(6))), list(starmap(pow, [(2, 3), (3, 2)])))
a, b = tee(iter('xyz'))
print(next(a), next(a), list(b), list(a))
c = count(5)
print(next(c), next(c), c, repeat('z', 2), next(cycle([1])))
for bad in [lambda: next(cycle([])), lambda: list(batched('ab', 0)), lambda: islice('a', -1), lambda: list(batched('abc', 2, strict=True)), lambda: next(islice([], 1))]:
    try:
        print(bad())
    except (ValueError, StopIteration) as error:
        print(type(error).__name__, error)
