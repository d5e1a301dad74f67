# What ranges, slices and tuples answer, to objects with their own equality and index too.
class Like:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return other == self.number

    def __index__(self):
        return self.number


numbers = range(2, 20, 3)
print(5 in numbers, 5.0 in numbers, Like(8) in numbers, "5" in numbers, numbers.index(8), numbers.index(8.0), numbers.count(11.0), numbers.count("x"), numbers.count(Like(5)), numbers.index(Like(14)), len(numbers), bool(range(0)), numbers.__bool__(), numbers.__len__(), list(numbers.__reversed__()), numbers.__contains__(17))
print(numbers[1], numbers[-1], numbers[1:3], numbers[::-1], numbers[Like(2)], numbers == range(2, 19, 3), numbers != range(2, 20, 4), range(0) == range(5, 5), hash(numbers) == hash(range(2, 18, 3)), numbers.__hash__() == hash(numbers), numbers.__eq__([2]), numbers.start, numbers.stop, numbers.step, range(Like(3)), range(True), 10**20 in range(10**30), range(10**20, 10**20 + 3)[1], len(range(0, 10**18, 10**9)))
part = slice(Like(1), None, 2)
print(slice(1, 10, 2), slice(5).indices(3), slice(None, None, -1).indices(4), slice(-3, 100).indices(Like(5)), part == part, slice(1, 2) == slice(1, 2), slice(1, 2) != slice(1, 3), slice(1, 2) < slice(1, 3), hash(slice(1, 2)) == hash(slice(1, 2)), slice(1, "a").stop, [1, 2, 3, 4][part], "abcd"[part], (1, 2, 3)[slice(Like(1), Like(3))], slice(1).__eq__(5), {slice(1): "key"}[slice(1)])
items = (1, Like(5), "x", 5)
print(items.index(5), items.index(Like("x")), items.count(5), items.count(Like(1)), items.index(5, 2), 5 in items, items == (1, 5, "x", 5), items[Like(0)], items.__getnewargs__()[0] == items, (1, 2).__hash__() == hash((1, 2)), (1, 2) < (1, 3), (1, "a") < (2, 5), () < (1,), (1, 2) + (3,), (0,) * 3, tuple("ab"), tuple(), tuple(iter([1])), (1, [2]) == (1, [2]), ((1, 2), 3) < ((1, 3), 0))


def attempt(action):
    try:
        print(action())
    except (TypeError, ValueError, IndexError, OverflowError, AttributeError) as error:
        print(type(error).__name__, error, sep=": ")


for action in (
    lambda: numbers[10], lambda: numbers["x"], lambda: numbers[1.5], lambda: numbers.index(3), lambda: numbers.index("x"), lambda: numbers.index(), lambda: range(), lambda: range(1.5), lambda: range("x"), lambda: range(1, 2, 0), lambda: range(1, 2, 3, 4), lambda: range(stop=1), lambda: numbers < numbers, lambda: numbers + numbers, lambda: numbers * 2, lambda: len(range(10**20)), lambda: range.index(5, 1), lambda: numbers.__reversed__(1),
    lambda: slice(), lambda: slice(1, 2, 3, 4), lambda: slice(1).indices("x"), lambda: slice(1).indices(-1), lambda: slice("a").indices(3), lambda: slice(1, 2, 0).indices(5), lambda: slice(1) < 5, lambda: hash(slice([])), lambda: slice.indices(5, 1), lambda: [1][slice("a")],
    lambda: items.index(99), lambda: items.index(5, "x"), lambda: items.index(), lambda: items[9], lambda: items["x"], lambda: items.count(), lambda: hash((1, [])), lambda: (1, []).__hash__(), lambda: items + [1], lambda: items * "x", lambda: (1,) < ("a",), lambda: (1,) < [1], lambda: tuple(5), lambda: tuple(1, 2), lambda: tuple(x=1), lambda: tuple.index(5, 1), lambda: tuple.count([1], 1), lambda: items.append(1), lambda: tuple.__hash__(5), lambda: setattr(items, "x", 1), lambda: items.__setitem__(0, 1),
):
    attempt(action)
