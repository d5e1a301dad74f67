def negate(x):
    return - x

print(negate(5), not negate(5))
print(negate('5'))
