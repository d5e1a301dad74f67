# An iterator over a collection can be copied and pickled in the middle: the copy goes on from the same place.
import copy
import itertools
import pickle


def shown(iterator):
    next(iterator, None)
    return list(copy.copy(iterator)), list(pickle.loads(pickle.dumps(iterator))), list(iterator), list(copy.copy(iterator))


for iterator in (
    iter([1, 2, 3]), iter((1, 2, 3)), iter("aéz"), iter(b"abc"), iter(bytearray(b"abc")), iter(range(5)), iter(range(9, 0, -3)),
    reversed([1, 2, 3]), reversed((1, 2, 3)), reversed("abc"), reversed(range(4)), enumerate("abc", 5), zip("abc", [1, 2, 3]),
    zip([1, 2], (3, 4), strict=True), iter({"a": 1, "b": 2}), iter({"a": 1, "b": 2}.values()), iter({"a": 1, "b": 2}.items()), iter({5}),
    map(abs, [-1, -2, -3]), filter(None, [0, 1, 2, 3]), iter([]), iter(()), zip(), reversed([]), enumerate([]),
):
    print(type(iterator).__name__, *shown(iterator))
for iterator, place in (iter([1, 2, 3]), 1), (iter((1, 2, 3)), 2), (iter("aéz"), 1), (iter(b"abc"), 2), (reversed([1, 2, 3]), 0), (reversed((1, 2, 3)), 1), (iter(range(5)), 3), (iter([1]), 99), (iter([1, 2]), -5), (reversed([1, 2]), -1):
    iterator.__setstate__(place)
    print(type(iterator).__name__, iterator.__length_hint__(), list(iterator), iterator.__length_hint__())
print(iter([1, 2]).__reduce__()[1:], iter((1, 2)).__reduce__()[1:], iter("ab").__reduce__()[1:], reversed([1, 2]).__reduce__()[1:], iter(range(2)).__reduce__()[1:])
print(iter({"a": 1}).__reduce__()[1:], enumerate("a").__reduce__()[0], zip([1], strict=True).__reduce__()[2:], iter({1: 2}.items()).__length_hint__())
waiting = iter([1, 2, 3])
later = copy.deepcopy(waiting)
print(next(waiting), list(later), list(waiting))
for wrong in (value for value in ()), (lambda: (yield))():
    try:
        copy.copy(wrong)
    except TypeError as error:
        print(error)
for strict in zip([1, 2], [1], strict=True), zip([1], [1, 2], strict=True), zip([1], [1], [1, 2], strict=True), zip([1, 2], [1, 2], [1], strict=True):
    try:
        print(list(strict))
    except ValueError as error:
        print(error)
