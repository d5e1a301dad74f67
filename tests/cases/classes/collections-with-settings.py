# Subclasses of the builtin collections may take settings of their own, by name.
class Log(list):
    def __init__(self, items, *, limit=3):
        super().__init__(items)
        self.limit = limit


class Path(tuple):
    def __init__(self, steps, *, start="here"):
        self.start = start


class Shelf(list):
    def __new__(cls, books, *, colour="red"):
        shelf = super().__new__(cls)
        shelf.colour = colour
        return shelf


class Fixed(frozenset):
    def __init__(self, items, *, label=None):
        self.label = label


class Plain(list):
    pass


print(Log([1, 2], limit=5).limit)
print(Path("ab", start="there"), Path("ab", start="there").start)
print(Shelf(["one", "two"], colour="blue"), Shelf([], colour="blue").colour)
print(sorted(Fixed("ba", label="letters")), Fixed("", label="letters").label)
try:
    Plain(sequence=[1])
except TypeError as error:
    print(error)
