# Comparing, rounding, summing and computing with numbers beyond 64 bits, and at the edges of floats.
import math

big, bigger = 2**100, 2**100 + 1
for one, other in (1, big), (-1, -big), (big, 1), (-big, 1), (big, bigger), (bigger, big), (big, big + 0), (float(big), big), (float(big), bigger), (big, 1e40), (2**53, 2.0**53 + 2), (big, float("inf")), (-big, float("-inf")):
    print(one < other, one == other, one >= other, max(one, other) is one, end="; ")
print(sorted([big, -big, 5, bigger, -5, 0.5, 2.0**101]) == [-big, -5, 0.5, 5, big, bigger, 2.0**101])
print(round(big, -10), round(-big, -30), round(big, 5) == big, round(15, -1), round(25, -1), round(35, -1), round(149, -2), round(151, -2), round(5, -100), round(-1250, -2), round(10**20 + 5, -1))
print(sum([big, 1, 2.5]), sum([1, 2], big), sum([0.1] * 3, 0.0), sum([1e308, 1e308, -1e308]), sum([2.5, 1j, 3]), sum([True, 2**70]), sum([[1], [2]], []), (-1) ** big, (-1) ** bigger, 1**big, 0**big, 0**0, 2**-2, (-2) ** 3, (-8) ** (1 / 3))
print(math.log(big) == 100 * math.log(2), round(math.log(10**400), 9), math.log2(2**2000), math.log10(10**400), math.log(10**400, 10), math.isqrt(10**40), math.gcd(big, 2**70), math.lcm(0, 5), math.comb(200, 100) % 10**9, math.comb(5, 7), math.comb(10**30, 2), math.perm(10**20, 2), math.perm(5, 7), math.factorial(30), math.sqrt(10**40))
print(math.isclose(1e300, math.inf), math.isclose(math.inf, math.inf), math.isclose(math.nan, math.nan), math.nextafter(1, math.inf, steps=10**30), math.nextafter(math.nan, 1), math.nextafter(0.0, -0.0), math.ldexp(1, -1074), math.ldexp(5, -1080), math.ldexp(0.0, 10**20), math.exp2(-1074), math.exp2(10), math.pow(2, -1074), math.pow(2.5, -800) > 0, math.pow(1, math.nan), 2.0**-1074, 2.0**-1080, 1.5**-1700)
for x in 0.0, 0.1, 0.5, -1.5, 3, 21, 25, 1e-20, 700, math.inf, -math.inf, math.nan:
    print(x, *(round(value, 11) if abs(value) < 1e6 else value > 0 for value in (math.tanh(x), math.cosh(min(x, 700)), math.sinh(max(min(x, 700), -700)), math.atan(x), math.asinh(x), math.expm1(min(x, 10)), math.tan(x) if abs(x) < 1e5 else 0.0)), end="; ")
print()
print(big & -big, big | 1, big ^ big, ~big, -big >> 99, big << 3, -bigger // 7, -bigger % 7, divmod(-bigger, big), big.bit_length(), (-big).bit_count(), int(1e30), int(-1e300) % 7, hash(big), hash(-1), hash(2**61 - 1), hash(float(big)) == hash(big), float(2**1023), 10**400 // 10**399, big / bigger, 10**400 / 10**399, str(big)[-5:], f"{big:,}", f"{big:e}", f"{-big:x}", int("-" + "9" * 30) + 1, bool(big), -big < -bigger, abs(-big) == big, big.real is not None, big.as_integer_ratio()[1])


def attempt(action):
    try:
        print(action())
    except (TypeError, ValueError, ArithmeticError) as error:
        print(type(error).__name__, error, sep=": ")


for action in (
    lambda: float(10**400), lambda: 10**400 * 1.5, lambda: 1.5 + 10**400, lambda: int("9" * 5000), lambda: str(10**5000), lambda: 1 << -1, lambda: 10**400 / 3, lambda: 1e308 * 10, lambda: 2.0**1024, lambda: 10.0 ** 400, lambda: (-2.0) ** 1e300, lambda: 0.0**-1, lambda: big // 0, lambda: big % 0.0, lambda: divmod(1.5, 0), lambda: pow(2, big, 0), lambda: pow(3, -1, 7), lambda: pow(2, big, 1000), lambda: pow("a", 2, 3), lambda: pow(2, 2, "a"), lambda: divmod(1), lambda: format(1), lambda: format(1, 2, 3), lambda: format(1, 5), lambda: math.comb(10**20, 10**19), lambda: sum([b""], b""), lambda: sum([], bytearray()), lambda: math.log(-big), lambda: big & 1.5, lambda: big < "x", lambda: round(big, "x"), lambda: range(big)[5], lambda: [0] * big, lambda: "x" * big, lambda: big ** 0.5, lambda: hex(1.5), lambda: oct("x"), lambda: bin(None), lambda: abs("x"), lambda: chr(big), lambda: math.factorial(big),
):
    attempt(action)
