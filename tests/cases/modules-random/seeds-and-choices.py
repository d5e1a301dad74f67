# The same seed, of any kind, gives the same numbers; choices, shuffles and distributions follow from them.
import random

for seed in 0, 1, -7, 2**70, 1.5, "text", b"bytes", bytearray(b"array"), True, "", 10**40:
    random.seed(seed)
    print(repr(seed)[:12], random.random(), random.getrandbits(70), random.randrange(10**6), end="; ")
print()
maker = random.Random(42)
state = maker.getstate()
first = [maker.random() for _ in range(3)]
maker.setstate(state)
print(first == [maker.random() for _ in range(3)], state[0], len(state[1]), state[2], random.Random(42).random() == first[0])
print(maker.choice("abc"), maker.choices([1, 2, 3], k=4), maker.choices("ab", weights=[1, 3], k=5), maker.choices("ab", cum_weights=[1, 4], k=3), maker.sample(range(100), 5), maker.sample("abcd", counts=[1, 2, 3, 4], k=3), maker.randint(1, 6), maker.randrange(0, 100, 7), maker.randrange(-5, 5), maker.uniform(1, 2), maker.randbytes(4), maker.getrandbits(0), maker.getrandbits(1))
deck = list(range(8))
maker.shuffle(deck)
print(deck, *(round(value, 12) for value in (maker.gauss(0, 1), maker.gauss(), maker.normalvariate(1, 2), maker.expovariate(2), maker.triangular(0, 10, 5), maker.triangular(), maker.betavariate(1, 2), maker.gammavariate(2, 1), maker.gammavariate(0.5, 1), maker.gammavariate(1, 1), maker.lognormvariate(0, 1), maker.paretovariate(3), maker.weibullvariate(1, 2), maker.vonmisesvariate(0, 4))), maker.binomialvariate(10, 0.5), maker.binomialvariate(100, 0.3))


class Half(random.Random):
    def random(self):
        return 0.5


print(Half().random(), Half().uniform(0, 10), Half(3).choice([1, 2, 3]), Half().randrange(10), random.SystemRandom is not None, isinstance(maker, random.Random))


def attempt(action):
    try:
        print(action())
    except (TypeError, ValueError, IndexError, ArithmeticError) as error:
        print(type(error).__name__, error, sep=": ")


for action in (
    lambda: random.seed([1]), lambda: random.seed((1, 2)), lambda: random.Random({}), lambda: random.randrange(0), lambda: random.randrange(5, 5), lambda: random.randrange(1, 10, 0), lambda: random.randrange(1.5), lambda: random.randrange("x"), lambda: random.randint(5, 1), lambda: random.randint(1.5, 2), lambda: random.choice([]), lambda: random.choice({1}), lambda: random.choice(5), lambda: random.choices([]), lambda: random.choices([1], weights=[1, 2]), lambda: random.choices([1, 2], weights=[0, 0]), lambda: random.choices([1], weights=[1], cum_weights=[1]), lambda: random.choices([1, 2], [1, -2]), lambda: random.sample([1], 2), lambda: random.sample({1, 2}, 1), lambda: random.sample([1], -1), lambda: random.shuffle((1, 2)), lambda: random.shuffle("ab"), lambda: random.getrandbits(-1), lambda: random.getrandbits("x"), lambda: random.getrandbits(), lambda: random.random(1), lambda: random.setstate((1, 2, 3)), lambda: random.setstate(5), lambda: random.uniform("a", 1), lambda: random.binomialvariate(-1), lambda: random.randbytes(-1), lambda: random.expovariate(0), lambda: random.sample("ab", counts=[1], k=1),
):
    attempt(action)
