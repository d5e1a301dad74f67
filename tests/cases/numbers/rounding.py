for x in [0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 2.665, 1e16 + 0.5]:
    print(x, round(x), round(x, 2), round(x, 1))
print(round(1234.5678, -2), round(1234, -2), round(1250, -2), round(1350, -2), round(-1250, -2))
print(round(7), round(True), round(3.0), type(round(3.7)), type(round(3.7, 0)))
print(int(3.99), int(-3.99), 3.99 // 1, -3.99 // 1)
import math
print(math.floor(-3.5), math.ceil(-3.5), math.trunc(-3.5), math.floor(2.0 ** 70))
