def step(cells):
    neighbours = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    spot = x + dx, y + dy
                    neighbours[spot] = neighbours.get(spot, 0) + 1
    return {spot for spot, n in neighbours.items() if n == 3 or n == 2 and spot in cells}

def show(cells, size=6):
    for y in range(size):
        print(''.join('#' if (x, y) in cells else '.' for x in range(size)))

glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for generation in range(5):
    print(f'generation {generation}: {len(glider)} alive')
    show(glider)
    glider = step(glider)
blinker = {(1, 0), (1, 1), (1, 2)}
print(sorted(step(blinker)), step(step(blinker)) == blinker)
