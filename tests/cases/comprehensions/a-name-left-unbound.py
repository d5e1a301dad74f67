# A name of an outer function that a comprehension binds, too: what else means it in a function
# that says nothing of it itself finds it unbound.


def attempt(function):
    try:
        print(function())
    except NameError as error:
        print(type(error).__name__, error)


def outer(n):
    def then_a_generator():
        return [n for n in range(3)], list(n * 2 for _ in range(2))

    def then_a_comprehension():
        return [n for n in range(3)], [n * 2 for _ in range(2)]

    def comprehension_before():
        return [n * 2 for _ in range(2)], [n for n in range(3)], list(n for _ in range(2))

    def a_function_inside():
        say = lambda: n
        return [(n, say()) for n in range(3)]

    def nested():
        return [[n for n in range(2)] for _ in range(2)], {n: n for _ in range(1)}

    def mentions_it():
        return n, [n for n in range(3)], list(n * 2 for _ in range(2))

    def generators_only():
        return list(n for n in range(3)), list(n * 2 for _ in range(2))

    for function in then_a_generator, then_a_comprehension, comprehension_before, a_function_inside:
        attempt(function)
    for function in nested, mentions_it, generators_only:
        attempt(function)


outer(5)


class Holder:
    n = 7
    pairs = [n for n in range(2)]
    same = n


print(Holder.pairs, Holder.same)
