type Tree = int | Branch
type Json = dict[str, Json] | list[Json] | str
type Pairs[T] = T | list[Pairs[T]]
type Wrong = Nothing


class Branch:
    type Inner = int


class Box[T: (int, str), **P]:
    pass


class Ordered[T: 'Ordered' = Branch]:
    pass


def call[*Ts](function, *args: *Ts):
    return function(*args)


def numbers(*args: *tuple[int, ...]):
    return sum(args)


print(Tree.__value__, Json, Pairs.__type_params__, Branch.Inner.__value__)
print(Box.__type_params__, Box.__type_params__[0].__constraints__, Box.__type_params__[0].__bound__)
print(Ordered.__type_params__[0].__bound__, Ordered.__type_params__[0].__default__)
print(call(max, 1, 2), call.__annotations__, numbers(1, 2), numbers.__annotations__)
for _ in range(2):
    try:
        Wrong.__value__
    except NameError as error:
        print(error)
