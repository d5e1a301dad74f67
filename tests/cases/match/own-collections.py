# A class of one's own matches like a list or a dict if it inherits from the abstract ones.
from collections import ChainMap, UserDict, UserList
from collections.abc import Mapping, Sequence


class Countdown(Sequence):
    def __init__(self, start):
        self.start = start

    def __len__(self):
        return self.start

    def __getitem__(self, at):
        if at >= self.start:
            raise IndexError(at)
        return self.start - at


class Squares(Mapping):
    def __getitem__(self, key):
        if not isinstance(key, int):
            raise KeyError(key)
        return key * key

    def __iter__(self):
        return iter(range(5))

    def __len__(self):
        return 5


class LooksLikeOne:
    def __len__(self):
        return 2

    def __getitem__(self, at):
        return at


def describe(subject):
    match subject:
        case []:
            return "empty"
        case [one]:
            return f"only {one}"
        case [first, *_, last]:
            return f"from {first} to {last}"
        case {3: nine, **others}:
            return f"three is {nine}, and {len(others)} others"
        case {"name": name}:
            return f"called {name}"
        case _:
            return "something else"


print(describe(Countdown(0)))
print(describe(Countdown(1)))
print(describe(Countdown(5)))
print(describe(UserList("xyz")))
print(describe(Squares()))
print(describe(UserDict(name="Ada")))
print(describe(ChainMap({}, {"name": "Grace"})))
print(describe(LooksLikeOne()))
