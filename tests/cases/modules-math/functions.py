import math

print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.sqrt(2), math.isqrt(17), math.cbrt(8), math.pow(2, 0.5), math.exp(1), math.log(10), math.log(8, 2), math.log2(10), math.log10(1000), math.log1p(1e-10), math.expm1(1e-10))
print(math.sin(1), math.cos(1), math.tan(1), math.asin(1), math.acos(0), math.atan(1), math.atan2(1, -1), math.sinh(1), math.degrees(math.pi), math.radians(180), math.hypot(3, 4), math.dist((0, 0), (3, 4)))
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(2.9), math.fabs(-3), math.fmod(-7, 3), math.modf(3.25), math.frexp(10), math.ldexp(0.5, 4), math.copysign(3, -0.0), math.remainder(7, 4))
print(math.factorial(20), math.comb(10, 3), math.perm(5, 2), math.gcd(12, 18, 30), math.lcm(4, 6), math.prod([1, 2, 3, 4]), math.fsum([0.1] * 10), math.sumprod([1, 2], [3, 4]))
print(math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.gamma(5), math.lgamma(10), math.erf(0.5), math.nextafter(1, 2), math.ulp(1.0))
for bad in [lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.factorial(2.5), lambda: math.exp(1000), lambda: math.acos(2), lambda: math.sqrt('4'), lambda: math.floor(math.inf), lambda: math.comb(-1, 2), lambda: math.isqrt(-1), lambda: math.pow(0, -1), lambda: math.gcd(1.5)]:
    try:
        print(bad())
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
