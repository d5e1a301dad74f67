points = [(1, 2), (3,)]
for x, y in points:
    print(x + y)
