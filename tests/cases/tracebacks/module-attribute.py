import math
print(math.pi)
print(math.squareroot(4))
