# map, filter, zip, enumerate, reversed and their like over objects of the program's own, and what they refuse.
class Count:
    def __init__(self, stop):
        self.at, self.stop = 0, stop

    def __iter__(self):
        return self

    def __next__(self):
        if self.at >= self.stop:
            raise StopIteration
        self.at += 1
        return self.at


class Items:
    def __init__(self, *items):
        self.items = items

    def __getitem__(self, index):
        return self.items[index]

    def __len__(self):
        return len(self.items)


class Truth:
    def __init__(self, answer):
        self.answer = answer

    def __bool__(self):
        return self.answer

    def __repr__(self):
        return f"Truth({self.answer})"


class Start:
    def __index__(self):
        return 10


class Backwards:
    def __reversed__(self):
        return iter("reversed")


class NoReverse(dict):
    __reversed__ = None


class NoIter:
    __iter__ = None

    def __getitem__(self, index):
        return index


print(list(map(lambda *values: values, Count(3), [1, 2], "abc")), list(map(str, Count(2))), list(map(pow, [2, 3], Count(5))), list(map(max, Items(1, 5), Items(3, 2), Count(9))))
print(list(filter(None, [Truth(True), Truth(False), 0, 1])), list(filter(lambda value: value % 2, Count(5))), list(filter(None, Count(3))), list(filter(Truth, [True, False])), list(filter(str.isdigit, Items("1", "a", "2"))))
print(list(zip(Count(2), Items("a", "b", "c"), range(9))), list(zip(Count(2), Count(2), strict=True)), list(enumerate(Count(2), Start())), list(enumerate(Items("x"), start=-1)), list(reversed(Items(1, 2, 3))), list(reversed(Backwards())), dict(enumerate("ab", 2**70)))
print(list(iter(Count(2).__next__, 2)), sum(Count(4)), sum(Items([1], [2]), []), max(Count(3)), min(Items(4, 2), key=lambda value: -value), sorted(Count(3), reverse=True), any(Items(0, Truth(True))), all(Items(1, Truth(False))), list(Items("p", "q")), 5 in Items(4, 5), tuple(Count(2)), [*Items(1)], "-".join(Items("a", "b")), dict(zip(Items("k"), Count(1))), set(Items(1, 1)), len(Items(1, 2)))
first, *rest = Count(4)
print(first, rest, next(Count(0), "default"), list(zip()), list(map(abs, [])), iter(Items(1)).__next__(), max([], default="none"), min((3, 1), (2, 9)), max("b", "a", "c", key=ord), sum([0.1] * 10), sum([1, 2], start=10), list(reversed({"a": 1, "b": 2})), hasattr(iter([]), "__length_hint__"))
numbers = iter([3, 1, 2])
print(next(numbers), sorted(numbers), list(numbers), [value for value in iter(Count(2))], list(map(None.__class__, [])), list(zip("ab", "cd", "e")))


def attempt(action):
    try:
        print(action())
    except (TypeError, ValueError, StopIteration) as error:
        print(type(error).__name__, error, sep=": ")


for action in (
    lambda: map(), lambda: map(abs), lambda: map(abs, 5), lambda: list(map(5, [1])), lambda: filter(None), lambda: filter(None, 5), lambda: list(filter(5, [1])), lambda: zip(5), lambda: zip([1], 5), lambda: zip([1], strct=True), lambda: enumerate(), lambda: enumerate(5), lambda: enumerate([], "x"), lambda: enumerate([], strat=1), lambda: reversed(), lambda: reversed(5), lambda: reversed({1}), lambda: reversed(NoReverse()), lambda: reversed(iter([])), lambda: iter(5), lambda: iter(NoIter()), lambda: iter(5, 1), lambda: iter(), lambda: next(5), lambda: next([]), lambda: next(iter([])), lambda: next(), lambda: sum(5), lambda: sum(["a"]), lambda: sum(["a"], ""), lambda: sum([b"a"], b""), lambda: sum(), lambda: max(5), lambda: max([]), lambda: max(), lambda: max(1, "a"), lambda: min([1], key=5), lambda: max([1], defalt=1), lambda: max(1, 2, default=3), lambda: sorted([1, "a"]), lambda: all(5), lambda: any(), lambda: 5 in NoIter(), lambda: list(NoIter()), lambda: [*5], lambda: len(Count(1)), lambda: list(zip([1], [1, 2], strict=True)), lambda: dict(zip("ab", 5)),
):
    attempt(action)
