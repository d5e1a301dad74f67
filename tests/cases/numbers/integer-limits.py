# Where 64 bits end, Python goes on.
top = 2 ** 63 - 1
print(top, top + 1, -top - 1, -top - 2)
print(top * top, top * 2, (top + 1) // 2, -(-top - 1))
print((-top - 1) // -1, abs(-top - 1))
print(top << 1, top >> 62, 1 << 64, (1 << 64) - 1)
x = 1
for _ in range(25):
    x = x * 7 + 1
print(x)
total = 0
for i in range(10):
    total += 10 ** 18
print(total, type(total).__name__)
print(sum([2 ** 62] * 5), max(2 ** 63, 2 ** 64 - 1), -2 ** 63 % 10)
