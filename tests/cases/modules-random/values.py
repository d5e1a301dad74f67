import random

print([random.randint(1, 6) for _ in range(10)], random.random(), random.uniform(1, 2))
random.seed(42)
print(random.random(), random.randint(1, 100), random.choice('abcdef'), random.randrange(0, 100, 5), random.getrandbits(16))
items = list(range(8))
random.shuffle(items)
print(items, random.sample(range(100), 5), random.choices(['a', 'b', 'c'], weights=[5, 1, 1], k=6), random.sample('abcdefghijklmnopqrstuvwxyz', 3))
print(random.gauss(0, 1), random.normalvariate(10, 2), random.expovariate(1.5), random.betavariate(1, 2), random.triangular(0, 1, 0.2))
random.seed('text')
print(random.random(), random.randrange(10 ** 20), random.randbytes(4))
own = random.Random(7)
print(own.random(), own.randint(0, 9), random.Random(7).random())
state = random.getstate()
a = random.random()
random.setstate(state)
print(a == random.random())
for bad in [lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2), lambda: random.randrange(0), lambda: random.shuffle((1, 2)), lambda: random.sample({1, 2}, 1)]:
    try:
        print(bad())
    except (ValueError, IndexError, TypeError) as error:
        print(type(error).__name__, error)
