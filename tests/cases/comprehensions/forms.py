print([x * x for x in range(5)], [x for x in range(20) if x % 3 == 0 if x % 2], [(x, y) for x in 'ab' for y in range(2)])
print({x: x ** 2 for x in range(3)}, {x % 2 for x in range(5)}, {k: [v for v in range(k)] for k in range(3)})
print(sum(x for x in range(5)), list(x + y for x, y in zip([1, 2], [3, 4])), dict((k, ord(k)) for k in 'ab'))
print([x if x % 2 else -x for x in range(5)], [[i * j for j in range(3)] for i in range(3)], [a for a, *b in [(1, 2, 3), 'xy']])
print([y for x in [[1, 2], [3]] for y in x], [f(3) for f in (str, float, bool)], [c for c in 'Hello World' if c.isupper()])
pairs = [(i, j) for i in range(4) for j in range(i) if (i + j) % 2]
print(pairs, len(pairs), not [x for x in []], all(x > 0 for x in []), any(x for x in [0, '', 3]))
primes = [n for n in range(2, 30) if all(n % d for d in range(2, int(n ** .5) + 1))]
print(primes)
