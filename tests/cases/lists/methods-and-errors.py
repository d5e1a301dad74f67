# The methods of list: items with their own equality, places by __index__, and what is said of wrong arguments.
class Word:
    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        return str(other).lower() == self.text.lower()

    def __str__(self):
        return self.text

    __repr__ = __str__


class Second:
    def __index__(self):
        return 1


words = [Word("One"), Word("two"), "Three"]
print("ONE" in words, words.count("TWO"), words.index("two"), words.index("Three", Second()), words == ["one", "TWO", "Three"], words != ["x"])
words.remove("ONE")
words.insert(Second(), "in between")
print(words, words[Second()], words.pop(Second()), words)
words[Second()] = "last"
del words[Second()]
print(words, words.__setitem__(0, "new"), words.__delitem__(0), words.__len__(), words.__contains__("x"))
items = [1, 2, 3]
same = items
print(items.__iadd__((4,)) is same, items.__iadd__(iter([5])), items.__imul__(2) is same, len(items), items.__add__([0])[-1], items.__reversed__().__next__())
items += "ab"
items *= 0
items[:] = range(8)
items[2:4] = [20, 30, 35]
items[::3] = "xyz"
del items[1::4]
print(items, same is items, items.copy() == items, items.clear(), items, items.reverse(), items.__mul__(3))
nested = [1]
nested.append(nested)
print(nested, nested == nested, nested in nested, repr(nested[1:]))


def attempt(action):
    try:
        print(action())
    except (TypeError, ValueError, IndexError, OverflowError, MemoryError) as error:
        print(type(error).__name__, error, sep=": ")


data = [1, 2, 3]
for action in (
    lambda: data["0"], lambda: data[1.0], lambda: data[None], lambda: data[3], lambda: data[-4], lambda: data[10**30], lambda: data.__setitem__(3, 0), lambda: data.__setitem__("x", 0), lambda: data.__delitem__(9), lambda: data.__delitem__("x"),
    lambda: data.__setitem__(slice(0, 1), 5), lambda: data.__setitem__(slice(None, None, 2), [1]), lambda: data[::0], lambda: data["a":], lambda: data.index(9), lambda: data.index(1, "x"), lambda: data.index(1, 1), lambda: data.index(), lambda: data.remove(9), lambda: data.pop(9), lambda: data.pop("x"), lambda: [].pop(), lambda: data.pop(1, 2),
    lambda: data.insert(1), lambda: data.insert("x", 1), lambda: data.append(), lambda: data.append(1, 2), lambda: data.extend(5), lambda: data.extend(), lambda: data.count(), lambda: data.copy(1), lambda: data.reverse(1), lambda: data.clear(1), lambda: data + (1,), lambda: data + 5, lambda: (1,) + data, lambda: data * 1.5, lambda: data * data, lambda: data < (1,), lambda: data < [1, "x"], lambda: [1] < [None],
    lambda: hash(data), lambda: list(5), lambda: list(1, 2), lambda: list(x=1), lambda: list.append(5, 1), lambda: list.append(), lambda: data.missing, lambda: data * 10**20, lambda: data.__iadd__(5), lambda: data.sort(reverse=1, key=abs),
):
    try:
        attempt(action)
    except AttributeError as error:
        print(error)
