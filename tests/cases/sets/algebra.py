a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, b - a, a ^ b)
print(a.union([9], (8,)), a.intersection([1, 2], [2, 3]), a.difference([1], [2]), a.symmetric_difference([1, 100]))
print({1, 2} <= a, {1, 2} < {1, 2}, a >= {4}, a.issubset(range(10)), a.issuperset([1]), a.isdisjoint({7}), {1} == frozenset([1]))
c = a.copy()
c &= b
print(c)
c |= {10}
c -= {3}
c ^= {4, 11}
print(c, a)
a.intersection_update(b)
a.symmetric_difference_update([3, 99])
print(a, frozenset([1]) | {2}, {2} | frozenset([1]), type(frozenset([1]) & {1}).__name__)
print(sorted({'x', 'y'} ^ {'y', 'z'}), set('abc') >= set('ab'), {1, 2}.union(), {1, 2} < {1, 2, 3} < {1, 2, 3, 4})
