class Fraction:
    def __init__(self, n, d):
        self.n, self.d = n, d
    def __str__(self):
        return f'{self.n / self.d:.2f}'

print(Fraction(1, 2))
print(Fraction(1, 0))
