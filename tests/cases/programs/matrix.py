class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError('rows differ in length')
    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])
    @property
    def T(self):
        return Matrix(zip(*self.rows))
    def __matmul__(self, other):
        return Matrix([[sum(a * b for a, b in zip(row, col)) for col in zip(*other.rows)] for row in self.rows])
    def __pow__(self, n):
        result = Matrix.identity(len(self.rows))
        for _ in range(n):
            result = result @ self
        return result
    def __mul__(self, k):
        return Matrix([[x * k for x in row] for row in self.rows])
    __rmul__ = __mul__
    def __eq__(self, other):
        return self.rows == other.rows
    def __getitem__(self, position):
        i, j = position
        return self.rows[i][j]
    def __str__(self):
        width = max(len(str(x)) for row in self.rows for x in row)
        return '\n'.join(' '.join(f'{x:>{width}}' for x in row) for row in self.rows)

m = Matrix([[1, 2], [3, 4]])
print(m @ m, m.T, 10 * m, m ** 10, sep='\n\n')
print(m[1, 0], Matrix([[1, 1], [1, 0]]) ** 90 == Matrix([[1, 1], [1, 0]]) ** 89 @ Matrix([[1, 1], [1, 0]]), (Matrix([[1, 1], [1, 0]]) ** 90)[0, 1])
try:
    Matrix([[1], [2, 3]])
except ValueError as error:
    print(error)
