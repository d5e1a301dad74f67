from itertools import product, permutations, combinations, combinations_with_replacement, groupby

print(list(product('ab', [1, 2])), list(product([0, 1], repeat=3))[-2:], list(product()), len(list(product(range(3), repeat=3))))
print([''.join(p) for p in permutations('abc')], list(permutations([1, 2, 3], 2))[:3], list(permutations('ab', 3)))
print([''.join(c) for c in combinations('abcd', 2)], list(combinations(range(3), 3)), list(combinations('ab', 0)))
print([''.join(c) for c in combinations_with_replacement('abc', 2)])
for key, group in groupby('aaabbca'):
    print(key, list(group), end=' ')
print()
people = [('Ada', 36), ('Cy', 36), ('Bob', 25)]
for age, group in groupby(sorted(people, key=lambda p: p[1]), key=lambda p: p[1]):
    print(age, [name for name, _ in group])
groups = [(k, g) for k, g in groupby([1, 1, 2])]
print([list(g) for _, g in groups])
print([(k, len(list(g))) for k, g in groupby('mississippi')], ''.join(k for k, _ in groupby('aabbaa')))
print(sum(1 for _ in combinations(range(20), 3)), next(permutations(range(5))))
