# Long lists, of runs that lie in order already: sorting keeps equal items in order, and asks each key once.
import functools
import random

random.seed(7)
numbers = [random.randrange(1000) for _ in range(500)]
print(sorted(numbers) == sorted(numbers, key=lambda number: number), sorted(numbers)[:5], sorted(numbers, reverse=True)[:5])
pairs = [(number % 10, place) for place, number in enumerate(numbers)]
once = sorted(pairs, key=lambda pair: pair[0])
print(all(one[0] < other[0] or one[1] < other[1] for one, other in zip(once, once[1:])))
back = sorted(pairs, key=lambda pair: pair[0], reverse=True)
print(all(one[0] > other[0] or one[1] < other[1] for one, other in zip(back, back[1:])))


class Card:
    asked = 0

    def __init__(self, rank, name):
        self.rank, self.name = rank, name

    def __lt__(self, other):
        Card.asked += 1
        return self.rank < other.rank

    def __repr__(self):
        return self.name


def shown(cards):
    before = [*cards]
    Card.asked = 0
    cards.sort()
    ranks = [card.rank for card in cards]
    stable = all(a.rank < b.rank or before.index(a) < before.index(b) for a, b in zip(cards, cards[1:]))
    return ranks == sorted(ranks), stable, Card.asked < 1200


for ranks in (
    range(100), range(100, 0, -1), [*range(50), *range(50)], [*range(50, 0, -1), *range(50)], [number % 3 for number in range(120)], [5] * 80, [*range(40), 3, 3, 3, *range(90)],
    [*range(0, 200, 2), *range(1, 200, 2)], [3, 3, 2, 2, 1, 1, *range(70)], [random.randrange(20) for _ in range(150)], [9, 8, 8, 7, 7, 7, 1], [1, 1, 2], [2, 2, 1], [1], [],
):
    print(shown([Card(rank, f"c{place}") for place, rank in enumerate(ranks)]), end=" ")
print()
words = ["pear", "Fig", "apple", "fig", "Pear"] * 20
print(sorted(words, key=str.lower)[:6], sorted(words, key=functools.cmp_to_key(lambda one, other: len(one) - len(other)))[:4], sorted(words, key=lambda word: (len(word), word))[-3:])
print(sorted([2.5, 1, True, 3.5, -1] * 20)[:8], sorted([(1, "b"), (1, "a"), (0, "z")] * 30)[:2], sorted([[2], [1, 5], [1]] * 30)[0], sorted({"b": 1, "a": 2}), sorted("hello"))
mixed = [1, "a"] * 40
try:
    mixed.sort()
except TypeError as error:
    print(error, len(mixed))
changing = [3, 2, 1] * 30
try:
    changing.sort(key=lambda item: changing.append(item) or item)
except ValueError as error:
    print(error, len(changing))


class Failing:
    def __lt__(self, other):
        raise RuntimeError("no order")


try:
    sorted([Failing() for _ in range(70)])
except RuntimeError as error:
    print(error)
print(sorted(numbers, key=float)[-1] == max(numbers), min(numbers, key=lambda n: -n) == max(numbers), numbers.sort(key=None, reverse=False), numbers[0] <= numbers[-1])
for wrong in lambda: [].sort(1), lambda: sorted(), lambda: sorted([1], key=5), lambda: sorted([1, 2], reverse="x"), lambda: sorted(5), lambda: sorted([1], cmp=1), lambda: list.sort((1,)):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
