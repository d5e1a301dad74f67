# Sets of objects that hash by identity work as others do; only their order is their own affair.
class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


def names(nodes):
    return sorted(node.name for node in nodes)


a, b, c, d = (Node(name) for name in "abcd")
one, other = {a, b, c}, {c, d}
print(names(one | other), names(one & other), names(one - other), names(one ^ other), a in one, d in one, len(one), one == {c, b, a}, one != other)
print(names(one.union([d], (a,))), names(one.intersection([b, d])), names(one.difference(iter([a]))), names(one.symmetric_difference([a, d])), one.isdisjoint([d]), one.issuperset([a]), {a} <= one, {a} < {a}, one >= other)
copy = one.copy()
copy.add(d)
copy.add(a)
copy.discard(b)
copy.remove(c)
print(names(copy), names(one), names(frozenset(one)), hash(frozenset(one)) == hash(frozenset([c, b, a])))
copy |= {b, "text", 5}
copy &= {a, b, 5, "other"}
copy -= {a}
copy ^= {b, c, 1.5}
print(sorted(map(str, copy)), 5 in copy, "text" in copy)
copy.clear()
copy.update(one, other)
copy.intersection_update(one, [a, b, d])
copy.difference_update([a])
copy.symmetric_difference_update([b, d])
print(names(copy), copy.pop() is d, copy, len(copy), bool(copy))
seen = set()
for node in (a, b, a, c, b, d):
    if node not in seen:
        seen.add(node)
        print(node, end=" ")
print(len(seen), names({node for node in [a, a, b]}), names(set([a, b]) | frozenset([c])), {a}.pop() is a)
table = {frozenset([a, b]): "pair", frozenset([a]): "single"}
print(table[frozenset([b, a])], {a} in set(table), table.get(frozenset()), frozenset([a, b]) in {frozenset([b, a])})
mixed = {a, 1, "x", None, (1, a), frozenset([b])}
print(len(mixed), (1, a) in mixed, None in mixed, frozenset([b]) in mixed, 1.0 in mixed, True in mixed, mixed - {a, (1, a), frozenset([b])} == {1, "x", None})
for _ in range(3):
    one.pop()
try:
    one.pop()
except KeyError as error:
    print(error, one)
