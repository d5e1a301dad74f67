# A bytearray is a list of small numbers: what changes it, and what it says of what is none.
def attempt(function, *arguments):
    try:
        print(function(*arguments), end="  ")
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error, sep=": ", end="  ")
    print(data)


data = bytearray(b"abcdef")
data[::2] = b"XYZ"
print(data)
del data[1::2]
print(data)
data[1:1] = [1, 2, 3]
data[:1] = (65, 66)
data[-1:] = range(48, 51)
print(data)
for wrong in b"ab", "text", [1, 300], [1, "x"], 5, None, 2.5:
    attempt(data.__setitem__, slice(0, 6, 2), wrong)
for wrong in "x", 2.0, 100, -100, slice("a", 2):
    attempt(data.__setitem__, wrong, 65)
    attempt(data.__delitem__, wrong)
    attempt(data.__getitem__, wrong)
data = bytearray(b"mid")
attempt(data.insert, 0, 42)
attempt(data.insert, -1, 43)
attempt(data.insert, 100, 33)
attempt(data.insert, -100, 63)
attempt(data.insert, 0, 256)
attempt(data.insert, 0, "x")
attempt(data.insert, "0", 5)
attempt(data.remove, 42)
attempt(data.remove, 42)
attempt(data.remove, "m")
attempt(data.append, 300)
attempt(data.append, "x")
attempt(data.extend, "text")
attempt(data.extend, 5)
attempt(data.extend, [1, 2, 300])
attempt(data.extend, (number for number in (7, 8)))
attempt(data.pop, 0)
attempt(data.pop, 100)
attempt(data.copy)
attempt(data.clear)
attempt(data.pop)
data += b"ab"
same = data
data *= 3
print(same is data, data, data.__iadd__(b"!") is data, data.__imul__(0) is data, data)
attempt(data.__iadd__, "text")
attempt(data.__imul__, 1.5)
attempt(data.__imul__, -1)
