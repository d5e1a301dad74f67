# Division by the larger part, powers through angles, and what has no result.
for one, other in ((1 + 2j, 3 + 1j), (1 + 2j, 1 + 3j), (5, 2j), (2.5j, 2), (1j, 1j), (-0.0 + 0j, 1 - 1j)):
    print(one / other, one * other, one - other, one + other, -one + +other)
for base, exponent in ((1j, 2), (2j, -2), (1 + 1j, 0), (1 + 1j, 100), (2, 1j), (1 + 2j, 0.5), (1 + 2j, 1 - 1j), (0j, 2), (0j, 0), (-8, 1 / 3), (0j, 1 + 0j)):
    print(base**exponent, end="  ")
print()
print(abs(3 - 4j), abs(1e200 + 1e200j) > 1e200, bool(0j), bool(-0j), (3 + 4j).conjugate(), (1 - 2j).real, (1 - 2j).imag)
print(1j == 1j, 2 + 0j == 2, 2.5 == 2.5 + 0j, 1 + 1j != 1, hash(2 + 0j) == hash(2), hash(1.5 + 0j) == hash(1.5), 1j == "1j")
print(complex(1, 2), complex(1j, 2), complex(1, 2j), complex(1j, 1j), complex("1+2j"), complex(" ( 3-4.5e1j ) "), complex("j"), complex("-J"))
print(complex(real=3), complex(imag=2), complex(), complex(True), complex("inf-nanj"), complex(2**70), complex(1j).__complex__())
print(complex.__add__(1j, 1), (1j).__add__("x"), (1j).__rsub__(1), (1j).__rpow__(2), (1 + 2j).__getnewargs__(), 1j.__neg__())
print(repr(complex(0.0, -0.0)), complex(-0.0, 0.0), complex(1e16, 1e-5), complex(float("nan"), float("-inf")), str(1e300j))


def attempt(action):
    try:
        print(action())
    except (TypeError, ValueError, ArithmeticError) as error:
        print(type(error).__name__, error, sep=": ")


attempt(lambda: 1j / 0)
attempt(lambda: 1j // 2)
attempt(lambda: 1j % 2)
attempt(lambda: divmod(1j, 2))
attempt(lambda: 0j**-1)
attempt(lambda: 0j**1j)
attempt(lambda: (1e300 + 1j) ** 2)
attempt(lambda: (1e300 + 1j) ** 2.5)
attempt(lambda: pow(1j, 2, 3))
attempt(lambda: abs(1.7e308 + 1.7e308j))
attempt(lambda: 1j < 2j)
attempt(lambda: 1j < 2)
attempt(lambda: float(1j))
attempt(lambda: int(1j))
attempt(lambda: round(1j))
attempt(lambda: complex("1 + 2j"))
attempt(lambda: complex("1_0j"))
attempt(lambda: complex("(1"))
attempt(lambda: complex(""))
attempt(lambda: complex("1", 2))
attempt(lambda: complex(1, "2"))
attempt(lambda: complex(None))
attempt(lambda: complex(1, []))
attempt(lambda: complex(1, 2, 3))
attempt(lambda: complex.conjugate(5))
attempt(lambda: 1j + "x")
attempt(lambda: ~1j)
