# Each operator once, with signs that matter.
for a, b in [(7, 3), (-7, 3), (7, -3), (-7, -3), (6, 3)]:
    print(a, b, a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b))
print(2 ** 10, 2 ** -1, (-2) ** 3, -2 ** 2, 0 ** 0)
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, divmod(-7.5, 2))
print(1 + True, True + True, False * 3, -True)
print(+5, -(-5), ~5, ~-1)
print(5 & 3, 5 | 3, 5 ^ 3, 1 << 10, -17 >> 2, -1 & 0xFF)
