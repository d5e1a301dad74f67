double = lambda x: x * 2 + None
def apply(f, items):
    return [f(x) for x in items]
print(apply(len, ['ab']))
print(apply(double, [1, 2]))
