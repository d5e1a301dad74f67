def queens(n, row=0, columns=(), up=frozenset(), down=frozenset()):
    if row == n:
        yield columns
        return
    for c in range(n):
        if c not in columns and row + c not in up and row - c not in down:
            yield from queens(n, row + 1, columns + (c,), up | {row + c}, down | {row - c})

for n in range(1, 7):
    solutions = list(queens(n))
    print(n, len(solutions), solutions[:1])
for c in next(queens(6)):
    print('. ' * c + 'Q ' + '. ' * (5 - c))
