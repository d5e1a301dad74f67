# A coroutine that a loop's variable lets go of is told of at the line of the loop, whatever kind of iterator it came from.
import asyncio


async def nothing():
    pass


def over_a_list():
    for coroutine in [nothing(), nothing()]:
        pass
    print('over a list')


def generator():
    yield nothing()
    yield nothing()


def over_a_generator():
    for coroutine in generator():
        pass
    print('over a generator')


class Iterator:
    left = 2

    def __iter__(self):
        return self

    def __next__(self):
        self.left -= 1
        if self.left < 0:
            raise StopIteration
        return nothing()


def over_an_object():
    for coroutine in Iterator():
        pass
    print('over an object')


async def over_completions():
    for coroutine in asyncio.as_completed([nothing(), nothing()]):
        pass
    print('over completions')


def rebound():
    coroutine = nothing()
    coroutine = 5
    other = nothing()
    other = coroutine
    print('rebound', other)


over_a_list()
over_a_generator()
over_an_object()
rebound()
asyncio.run(over_completions())
