# The operators of numbers are methods, which answer NotImplemented where the other number is not for them.
for name in "add", "sub", "mul", "truediv", "floordiv", "mod", "divmod", "pow":
    method, reflected = f"__{name}__", f"__r{name}__"
    print(name, (7).__getattribute__(method)(2), getattr(7, reflected)(2), getattr(7, method)(2.0), getattr(7.5, method)(2), getattr(7.5, reflected)(2), getattr(7.5, method)(1j), getattr(True, method)(2))
for name in "lshift", "rshift", "and", "or", "xor":
    print(name, getattr(12, f"__{name}__")(2), getattr(2, f"__r{name}__")(12), getattr(12, f"__{name}__")(2.0), hasattr(1.5, f"__{name}__"))
for number in 5, -5, 0, 2.5, -0.0, 10**30, True:
    print(number.__neg__(), number.__pos__(), number.__abs__(), number.__bool__(), number.__hash__() == hash(number), number.__eq__(5), number.__lt__(1), number.__ge__("x"), number.__ne__(1.5), number.__int__(), number.__float__(), number.__trunc__(), number.__round__(), number.__format__(">5"), number.__repr__(), number.__str__())
print((5).__invert__(), (5).__index__(), (5).__floor__(), (2.5).__floor__(), (2.5).__ceil__(), (5).__ceil__(), (5).__pow__(3, 7), (5).__pow__(-1, 7), (2.5).__round__(0), (15).__round__(-1), (5).__pow__(2, None))
print("ab".__len__(), "ab".__contains__("a"), "ab".__getitem__(1), "ab".__add__("c"), "ab".__mul__(2), "ab".__rmul__(2), "a".__lt__("b"), "a".__eq__(5), "a%s".__mod__(5), "a".__hash__() == hash("a"), "".__eq__(""), "x".__format__("3"))
print((1, 2).__add__((3,)), (1,).__mul__(2), (1, 2).__contains__(1), (1, 2).__lt__((1, 3)), (1,).__eq__([1]), b"a".__lt__(b"b"), b"a".__contains__(97), [1].__add__([2]), [1].__rmul__(2), [2].__gt__([1]), [1].__eq__((1,)))


class Meters(int):
    def __add__(self, other):
        return Meters(super().__add__(other))

    def __repr__(self):
        return f"{super().__repr__()} m"


print(Meters(3) + 4, Meters(3) * 2, 4 + Meters(3), -Meters(3), abs(Meters(-3)), Meters(7) // 2, divmod(Meters(7), 2), pow(Meters(2), 3, 5), Meters(1) == 1, Meters(2) < 3, hash(Meters(5)), bool(Meters(0)))


def attempt(action):
    try:
        print(action())
    except (TypeError, ValueError, ArithmeticError) as error:
        print(type(error).__name__, error, sep=": ")


attempt(lambda: (1).__add__())
attempt(lambda: (1).__add__(1, 2))
attempt(lambda: (1).__neg__(1))
attempt(lambda: (1).__floordiv__(0))
attempt(lambda: (1.5).__mod__(0))
attempt(lambda: (1).__rdivmod__("x"))
attempt(lambda: (1).__pow__(-1, 0))
attempt(lambda: pow(2.5, 2, 3))
attempt(lambda: pow(2, 2.5, 3))
attempt(lambda: pow(2, -1, 4))
attempt(lambda: (1).__lshift__(-1))
attempt(lambda: "a".__add__(5))
attempt(lambda: (1,).__add__([2]))
attempt(lambda: "a".__contains__(5))
attempt(lambda: "a".__getitem__(5))
attempt(lambda: (5).__format__(5))
attempt(lambda: (1, []).__hash__())
attempt(lambda: int.__abs__("x"))
attempt(lambda: int.__add__(1.5, 1))
attempt(lambda: float.__neg__(1))
attempt(lambda: str.__len__(5))
attempt(lambda: int.__repr__("x"))
