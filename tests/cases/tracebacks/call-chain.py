def level3(n):
    return [10, 5][n]

def level2(n):
    value = level3(n)
    return value

def level1(n):
    return level2(n + 1)

for i in range(3):
    print(level1(i))
