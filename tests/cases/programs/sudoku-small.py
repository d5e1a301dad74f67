grid = ['1 . . 4', '. . 1 .', '. 1 . .', '4 . . 1']
cells = [[int(c) if c != '.' else 0 for c in row.split()] for row in grid]

def options(r, c):
    used = set(cells[r]) | {cells[i][c] for i in range(4)}
    br, bc = r // 2 * 2, c // 2 * 2
    used |= {cells[i][j] for i in range(br, br + 2) for j in range(bc, bc + 2)}
    return [n for n in range(1, 5) if n not in used]

steps = 0
def solve():
    global steps
    for r in range(4):
        for c in range(4):
            if cells[r][c] == 0:
                for n in options(r, c):
                    cells[r][c] = n
                    steps += 1
                    if solve():
                        return True
                cells[r][c] = 0
                return False
    return True

print(solve(), steps)
for row in cells:
    print(*row)
