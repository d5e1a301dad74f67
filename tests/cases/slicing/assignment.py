s = list(range(8))
s[2:4] = ['a', 'b', 'c']
print(s)
s[1:1] = [100, 200]
print(s)
s[:2] = []
print(s)
s[::2] = [-1] * len(s[::2])
print(s)
del s[1::2]
print(s)
s[len(s):] = 'xyz'
s[-1:] = (n for n in range(2))
print(s)
s[:] = [0]
print(s)
del s[:]
print(s)
s = [1, 2, 3, 4]
try:
    s[::2] = [1]
except ValueError as error:
    print(error)
try:
    s[0:1] = 5
except TypeError as error:
    print(error)
try:
    s[::-1] = [1, 2, 3, 4, 5]
except ValueError as error:
    print(error)
s[1:3], s[0] = s[:2], 9
print(s)
