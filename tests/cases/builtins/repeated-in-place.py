# What cannot be repeated in place, and whose fault that is.


def attempt(left, right):
    try:
        left *= right
        print(left)
    except TypeError as error:
        print(error)


class Own:
    pass


for left in {}, set(), None, 2.5, range(3), Own, print:
    for right in "a", [1], (1,), b"a", bytearray(b"a"):
        attempt(left, right)
attempt([1], {})
attempt("a", {})
attempt({}, 2)
attempt(Own, Own)
