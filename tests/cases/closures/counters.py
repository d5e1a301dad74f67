def counter(start=0):
    count = start
    def step(by=1):
        nonlocal count
        count += by
        return count
    def reset():
        nonlocal count
        count = start
    return step, reset

step, reset = counter(10)
other, _ = counter()
print(step(), step(5), other(), step())
reset()
print(step(), other(), step.__closure__[0].cell_contents, step.__code__.co_freevars, reset.__code__.co_freevars)

def accumulate():
    total = []
    def add(x):
        total.append(x)
        return sum(total)
    return add

add = accumulate()
print([add(n) for n in range(1, 5)])

def adders():
    return [lambda x, n=n: x + n for n in range(3)], [lambda x: x + n for n in range(3)]

early, late = adders()
print([f(10) for f in early], [f(10) for f in late])
print(counter, sep='') if False else print(counter.__qualname__, step.__qualname__, step.__name__)
