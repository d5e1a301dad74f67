# The operators of sets are methods as well: they take sets alone, where the named ones take anything.
class Tags(set):
    pass


class Fixed(frozenset):
    pass


small, more = {1, 2, 3}, {3, 4}
for name in "or", "and", "sub", "xor":
    method, reflected = getattr(set, f"__{name}__"), getattr(set, f"__r{name}__")
    print(name, method(small, more), reflected(small, more), method(small, [3]), method(small, {3: "x"}.keys()))
    tags = Tags(small)
    in_place = getattr(Tags, f"__i{name}__")
    print(in_place(tags, frozenset(more)) is tags, sorted(tags), in_place(tags, [1]), type(method(Tags(small), more)).__name__)
print(frozenset({1}) | {2}, {1} | frozenset({2}), Fixed({1}) & {1}, Fixed({1}).union([2]), Tags({1}) - {1})
print(small.__len__(), sorted(small.__iter__()), small.__contains__(1), hash(frozenset({1, 2})) == Fixed({2, 1}).__hash__())
print(small.__eq__({3, 2, 1}), small.__le__({1}), small.__lt__([1]), small.__ge__({1}), small.__ne__(more), small.__gt__({9}))
print(frozenset(Fixed({1})) is not None, frozenset(frozenset({1})), Fixed(), Tags([1]), Fixed("a"), type(Fixed({1}) | {2}))
print({1} ^ {1: 2}.keys(), {1, 2}.symmetric_difference({2: "x", 3: "y"}), {1, 2}.symmetric_difference(iter([2, 2, 5])))


def attempt(action):
    try:
        print(action())
    except (TypeError, KeyError, AttributeError) as error:
        print(type(error).__name__, error, sep=": ")


attempt(lambda: {1} | [2])
attempt(lambda: {1} - {1: 2})
attempt(lambda: frozenset() & "a")
attempt(lambda: {1}.__or__())
attempt(lambda: set.__or__([1], {1}))
attempt(lambda: set.union())
attempt(lambda: set.add("text", 1))
attempt(lambda: {1}.union(5))
attempt(lambda: {1}.union([[]]))
attempt(lambda: {1}.update([1], [{}]))
attempt(lambda: {1}.intersection([[]]))
attempt(lambda: {1}.remove([]))
attempt(lambda: {1}.remove(7))
attempt(lambda: {1}.discard({}))
attempt(lambda: {1}.issubset(3))
attempt(lambda: {1}.add())
attempt(lambda: set().pop())
attempt(lambda: {1}.update(key=1))
attempt(lambda: {frozenset({1})}.remove({1}))
attempt(lambda: {1} in {frozenset({1})})
attempt(lambda: {2} in {1})
attempt(lambda: [2] in {1})
attempt(lambda: hash({1}))
attempt(lambda: set(1, 2))
attempt(lambda: frozenset(5))
attempt(lambda: frozenset(x=1))
