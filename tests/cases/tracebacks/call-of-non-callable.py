total = 5
def compute(x):
    return total(x)

print(compute(
    3,
))
