# How often and what a sort compares shows its algorithm.
class Noisy:
    log = []
    def __init__(self, n):
        self.n = n
    def __lt__(self, other):
        Noisy.log.append((self.n, other.n))
        return self.n < other.n

for numbers in [[1, 2, 3, 4], [4, 3, 2, 1], [2, 1, 3], [3, 1, 4, 1, 5]]:
    Noisy.log.clear()
    ordered = sorted(map(Noisy, numbers))
    print([x.n for x in ordered], Noisy.log)
Noisy.log.clear()
print(max(map(Noisy, [1, 3, 2])).n if False else min(map(Noisy, [2, 3, 1])).n, Noisy.log)
Noisy.log.clear()
print([x.n for x in sorted(map(Noisy, [1, 2, 3]), reverse=True)], Noisy.log)
