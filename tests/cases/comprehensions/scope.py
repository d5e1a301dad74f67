x = 'outer'
print([x for x in range(3)], x)
print([i for i in range(2)])
try:
    print(i)
except NameError as error:
    print(error)
functions = [lambda: n for n in range(3)]
print([f() for f in functions])
functions = [lambda n=n: n for n in range(3)]
print([f() for f in functions])

class Box:
    size = 3
    items = [n for n in range(size)]
    try:
        bad = [size for _ in range(2)]
    except NameError as error:
        print('class scope:', error)

print(Box.items)

def outer():
    factor = 10
    def inner():
        return [factor * n for n in range(3)]
    return inner(), {factor: [factor + k for k in range(2)]}

print(outer())
lazy = (value for value in [1, 2, 3] if value > limit)
limit = 1
print(list(lazy))
