# Functions of math ask objects for a float, or for an index; and say what they think of the rest.
import math
from fractions import Fraction


class Half:
    def __float__(self):
        return 0.5


class Three:
    def __index__(self):
        return 3


class Rounded:
    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"


print(math.sin(Half()) == math.sin(0.5), math.pow(Half(), 2), math.hypot(Half(), 1.2), math.ldexp(Half(), 3), math.log(Half()) == math.log(0.5), math.log(2, Half()), math.log2(Half()), math.atan2(Half(), Half()))
print(math.isclose(Half(), 0.5), math.nextafter(Half(), 1, steps=2), math.fsum([Half(), 1]), math.dist([Half()], [1.5]), math.sumprod([0.5, 2], [1, 3]), math.prod([Half().__float__(), 2.0, 3]), math.prod([1.5, 2.5]), math.fma(2, 3, Half()))
print(math.gcd(Three(), 6), math.lcm(Three(), 4), math.factorial(Three()), math.comb(5, Three()), math.perm(Three()), math.isqrt(Three()), math.sqrt(Three()), math.floor(Three()), math.ldexp(1, True), math.log(Three()) == math.log(3))
print(math.floor(Rounded()), math.ceil(Rounded()), math.trunc(Rounded()), math.floor(5), math.ceil(True), math.trunc(-2.5), math.floor(Half()), math.ceil(Fraction(7, 2)), math.prod([Fraction(1, 2), 4]))
for number in 0.5, 1, 2, 5.5, 10, 30, 100.25, 171, -0.5, -1.5, -5.5, -30.5, 1e-10, 1e-300:
    print(number, math.gamma(number), math.lgamma(number), end="; ")
print(math.lgamma(1e20), math.lgamma(0.1), math.gamma(23), math.gamma(24), math.gamma(float("inf")), math.lgamma(float("-inf")), math.gamma(float("nan")), math.lgamma(3), math.gamma(-180.5), math.lgamma(-1e-320) > 0)
for number in 0.25, 1, 2.5, 6, 30, -0.5, -3, -30, float("inf"), float("-inf"), float("nan"), 0.0, 1e-300:
    print(number, *(round(value, 12) for value in (math.erf(number), math.erfc(number), math.cbrt(number), math.expm1(min(number, 9)))), end="; ")
print()
print(math.fma(1e308, 10, float("-inf")), math.fma(0.1, 10, -1), math.nextafter(0, 1), math.nextafter(1, 2, steps=0), math.ulp(1), math.ulp(-1e300), math.ulp(float("inf")), math.remainder(7, 4), math.fmod(-7, 4), math.modf(-2.5), math.frexp(10), math.copysign(3, -0.0), math.exp2(3.5), math.dist((1, 2), (4, 6)), math.hypot(), math.degrees(math.pi), round(math.cbrt(-27), 12))


def attempt(function, *arguments, **named):
    try:
        print(function(*arguments, **named))
    except (TypeError, ValueError, ArithmeticError, MemoryError) as error:
        print(type(error).__name__, error, sep=": ")


for function, arguments in (
    (math.gamma, (0,)), (math.gamma, (-3,)), (math.gamma, (200,)), (math.gamma, (float("-inf"),)), (math.lgamma, (-4,)), (math.lgamma, (1e306,)), (math.fma, (float("inf"), 0, 1)), (math.fma, (1e308, 10, 0)), (math.fma, (1, 2)),
    (math.sqrt, (-1,)), (math.sqrt, ("4",)), (math.sqrt, ()), (math.log, (0,)), (math.log, (-5,)), (math.log, (10, 1)), (math.log, ("x",)), (math.log2, (0,)), (math.log10, ("x",)), (math.exp, (1000,)), (math.acos, (2,)), (math.atanh, (1,)), (math.ldexp, (1, 2.5)), (math.ldexp, (1.0, 10**10)), (math.pow, (-8, 1 / 3)), (math.pow, (0, -1)), (math.pow, (10, 400)), (math.fmod, (1, 0)), (math.remainder, (1, 0)),
    (math.factorial, (-1,)), (math.factorial, (2.5,)), (math.comb, (-1, 2)), (math.comb, (2, -1)), (math.perm, (2, -1)), (math.isqrt, (-1,)), (math.isqrt, (2.0,)), (math.gcd, (1.5, 2)), (math.lcm, ("x",)), (math.floor, ("x",)), (math.trunc, ("x",)), (math.ceil, (None,)), (math.floor, (float("nan"),)), (math.trunc, (float("inf"),)),
    (math.fsum, ([1, "x"],)), (math.fsum, (5,)), (math.fsum, ([1e308, 1e308],)), (math.fsum, ([float("inf"), float("-inf")],)), (math.dist, ([1], [1, 2])), (math.dist, (1, 2)), (math.sumprod, ([1], [1, 2])), (math.sumprod, (1, [2])), (math.prod, (5,)), (math.prod, (["a", "b"],)), (math.hypot, ("x",)), (math.nextafter, (1, 2, 3)), (math.isclose, (1, 2, 3)), (math.copysign, (1,)), (math.cos, (float("inf"),)), (math.frexp, ("x",)),
):
    attempt(function, *arguments)
attempt(math.isclose, 1, 2, rel_tol=-1)
attempt(math.nextafter, 1, 2, steps=-1)
attempt(math.nextafter, 1, 2, steps=1.5)
attempt(math.prod, [1, 2], start="ab")
