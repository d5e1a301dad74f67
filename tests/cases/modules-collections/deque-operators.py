# A deque compares, adds and repeats as a list does, within the bounds of its maxlen.
import copy
import pickle
from collections import deque


class Index:
    def __init__(self, number):
        self.number = number

    def __index__(self):
        return self.number


class Letter:
    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        return isinstance(other, Letter) and self.text.lower() == other.text.lower()

    def __repr__(self):
        return self.text


class Line(deque):
    pass


queue = deque("abc")
print(queue == deque("abc"), queue != deque("ab"), queue < deque("abd"), queue <= deque("abc"), queue > deque("ab"), queue >= deque("b"), queue == list("abc"))
print(queue + deque("d"), queue * 2, 2 * queue, queue * 0, deque("abc", 2) * 3, deque("ab", 3) + deque("cd"), queue.__len__())
queue += "de"
same = queue
queue *= 2
print(same is queue, queue, [*queue.__iter__()], [*reversed(queue)])
queue.rotate()
queue.rotate(Index(2))
queue.insert(Index(1), "!")
print(queue, queue[Index(-1)], queue.index("d", Index(2)), queue.index("b", 1, 100), queue.count("e"))
queue[Index(0)] = "?"
del queue[Index(2)], queue[0]
print(queue, "!" in queue, bool(deque()))
letters = deque([Letter("x"), Letter("y")], maxlen=4)
print(Letter("Y") in letters, letters.count(Letter("X")), letters.index(Letter("Y")), letters == deque([Letter("X"), Letter("Y")]), letters)
letters.remove(Letter("X"))
letters.extend(Letter(text) for text in "pqr")
letters.extendleft(iter([Letter("s")]))
print(letters, letters.maxlen)
line = Line("ab", maxlen=3)
print(line, line.copy(), type(copy.copy(line)).__name__, pickle.loads(pickle.dumps(queue)) == queue, copy.deepcopy(letters) == letters)
nested = deque()
nested.append(nested)
print(nested)


def attempt(action):
    try:
        print(action())
    except (TypeError, ValueError, IndexError, AttributeError, RuntimeError) as error:
        print(type(error).__name__, error, sep=": ")


for action in (lambda: queue + [1], lambda: queue * 1.5, lambda: queue < [1], lambda: deque().pop(), lambda: deque().popleft(), lambda: queue[100], lambda: queue["0"],
               lambda: queue.remove("z"), lambda: queue.index("z"), lambda: deque("ab", 2).insert(0, "c"), lambda: deque(5), lambda: deque((), -1), lambda: deque((), "3"),
               lambda: hash(queue), lambda: setattr(queue, "maxlen", 1), lambda: queue.rotate("1"), lambda: queue.append(), lambda: deque(1, 2, 3), lambda: queue[0:1],
               lambda: [queue.append(1) for _ in queue], lambda: queue.extend(5), lambda: queue.__iadd__(5)):
    attempt(action)
