# What closures share stands behind the other variables, by name; a frame lets go of them in that order, too.
import asyncio


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


def outer(first, second):
    zeta = 1
    alpha = 2

    def inner():
        return zeta, beta, second

    gamma = 3
    beta = 4
    print(list(locals()))
    makers = [lambda: (i, gamma) for i in range(2)]
    plain = [k for k in range(2)]
    delta = 5

    def user(number):
        own = 1
        print(locals(), zeta, alpha)

    user(3)
    print(list(locals()))
    return inner


def order():
    a = Noisy("a")
    b = Noisy("b")
    c = Noisy("c")

    def keeps():
        return b

    d = Noisy("d")


async def job():
    x = Noisy("x")
    y = Noisy("y")

    def keeps():
        return x

    z = Noisy("z")
    await asyncio.sleep(0)
    print(list(locals()))


print(outer(8, 9)())
order()
asyncio.run(job())
