data = [1, 2, 3]
answer = sum(
    x / (x - 2)
    for x in data
    if x
)
