a, b = [1, 2], (3, 4)
print([*a, *b], (*a, 0, *b), {*a, *b, 1}, {**{'x': 1}, 'y': 2, **{'x': 9}}, [*'hi', *range(2), *{}])

def show(*args, **kwargs):
    print(args, kwargs)

show(*a, *b)
show(0, *a, 9, k=1, **{'m': 2}, **{'n': 3})
show(*'ab', **dict(x=1))
show(*(n * n for n in range(3)))
print(*a, *b, sep='-')
t = *a, 'end'
print(t, (*[],), *[1], [*()])
rows = [[1, 2], [3, 4]]
print(list(zip(*rows)), max(*a, *b))
def returns():
    return *a, 5
print(returns())
for x in *a, *b:
    print(x, end=' ')
print()
