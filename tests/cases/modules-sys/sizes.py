# How many bytes CPython keeps for a value of each kind, the size of what it refers to not counted.
import sys

for value in None, True, 0, 1, -1, 2**30, 2**60, 10**100, 1.5, 2j, ..., NotImplemented:
    print(repr(value)[:12], sys.getsizeof(value), end="; ")
print()
for text in "", "abc", "café", "日本", "🎉", "abc" * 100, "日" * 100:
    print(ascii(text)[:12], sys.getsizeof(text), end="; ")
print()
for count in 0, 1, 2, 5, 6, 9, 11, 17, 100, 1000:
    items = range(count)
    print(count, sys.getsizeof(b"x" * count), sys.getsizeof(tuple(items)), sys.getsizeof(dict.fromkeys(items)),
          sys.getsizeof({str(item): item for item in items}), sys.getsizeof(set(items)), sys.getsizeof(frozenset(items)))
print(sys.getsizeof(range(10)), sys.getsizeof(slice(1)), sys.getsizeof(bytearray(0)), sys.getsizeof([]), sys.getsizeof([1, 2]))
print(sys.getsizeof(len), sys.getsizeof([].append), sys.getsizeof(sys), sys.getsizeof(iter("abc")))
print(sys.getsizeof([], 5), (5).__sizeof__(), "abc".__sizeof__(), (1, 2).__sizeof__(), [1, 2].__sizeof__())


class Empty:
    pass


class Half:
    def __sizeof__(self):
        return 100


print(sys.getsizeof(Empty()), sys.getsizeof(Half()), Half().__sizeof__())
for wrong in (), (1, 2, 3):
    try:
        print(sys.getsizeof(*wrong))
    except TypeError as error:
        print(error)
