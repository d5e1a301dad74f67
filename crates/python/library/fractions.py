"""Exact ratios of whole numbers."""

import math
import numbers


def _parse(text):
    body = text.strip()
    try:
        if '/' in body:
            numerator, denominator = body.split('/')
            if denominator[:1].isdigit() and numerator[-1:].isdigit():
                return int(numerator), int(denominator)
        elif 'n' not in body.lower():
            digits, _, exponent = body.lower().partition('e')
            whole, _, decimals = digits.partition('.')
            scale = int(exponent or 0) - len(decimals)
            numerator = int(whole + decimals)
            return (numerator * 10 ** scale, 1) if scale >= 0 else (numerator, 10 ** -scale)
    except ValueError:
        pass
    return None


def _both_ways(name, monomorphic_operator, roughly):
    def forward(a, b):
        if isinstance(b, Fraction):
            return monomorphic_operator(a, b)  #@ 665
        if isinstance(b, int):
            return monomorphic_operator(a, Fraction(b))  #@ 667
        return roughly(float(a), b) if isinstance(b, (float, complex)) else NotImplemented

    def reverse(b, a):
        if isinstance(a, int):
            return monomorphic_operator(Fraction(a), b)  #@ 680
        return roughly(a, float(b)) if isinstance(a, (float, complex)) else NotImplemented
    forward.__name__, reverse.__name__ = f'__{name}__', f'__r{name}__'
    return forward, reverse


class Fraction(numbers.Rational):
    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        self = super().__new__(cls)
        if denominator is None:
            if isinstance(numerator, (int, Fraction)):
                self._numerator = numerator.numerator
                self._denominator = numerator.denominator
                return self
            if isinstance(numerator, str):
                read = _parse(numerator)
                if read is None:
                    raise ValueError('Invalid literal for Fraction: %r' %  #@ 256+
                                     numerator)
                numerator, denominator = read
            elif hasattr(numerator, 'as_integer_ratio'):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            else:
                raise TypeError("argument should be a string "  #@ 281+
                                "or a Rational instance")
        elif isinstance(numerator, (int, Fraction)) and isinstance(denominator, (int, Fraction)):
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        else:
            raise TypeError("both arguments should be "  #@ 294+
                            "Rational instances")
        if denominator == 0:
            raise ZeroDivisionError('Fraction(%s, 0)' % numerator)  #@ 298
        shared = math.gcd(numerator, denominator)
        if denominator < 0:
            shared = -shared
        self._numerator = numerator // shared
        self._denominator = denominator // shared
        return self

    @classmethod
    def from_float(cls, f):
        return cls(*f.as_integer_ratio())

    from_decimal = from_float

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def is_integer(self):
        return self._denominator == 1

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            if q0 + a * q1 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q0 + a * q1
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        below, above = Fraction(p1, q1), Fraction(p0 + k * p1, q0 + k * q1)
        return below if abs(below - self) <= abs(above - self) else above

    def __repr__(self):
        return f'{self.__class__.__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f'{self._numerator}/{self._denominator}'

    def __format__(self, spec):
        return format(float(self) if spec[-1:] in ('e', 'f', 'g', '%') else str(self), spec)

    def __float__(self):
        return self._numerator / self._denominator

    def __hash__(self):
        modulus = (1 << 61) - 1
        try:
            inverse = pow(self._denominator, -1, modulus)
        except ValueError:
            return 314159 if self._numerator >= 0 else -314159
        value = abs(self._numerator) * inverse % modulus
        value = value if self._numerator >= 0 else -value
        return -2 if value == -1 else value

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __add__(self, other):
        return _combined(self, other, lambda a, b: (a[0] * b[1] + b[0] * a[1], a[1] * b[1]), lambda a, b: a + b)

    def __radd__(self, other):
        return _reflected(self, other, lambda a, b: a + b)

    def __sub__(self, other):
        return _combined(self, other, lambda a, b: (a[0] * b[1] - b[0] * a[1], a[1] * b[1]), lambda a, b: a - b)

    def __rsub__(self, other):
        return _reflected(self, other, lambda a, b: a - b)

    def __mul__(self, other):
        return _combined(self, other, lambda a, b: (a[0] * b[0], a[1] * b[1]), lambda a, b: a * b)

    def __rmul__(self, other):
        return _reflected(self, other, lambda a, b: a * b)

    def _div(a, b):
        db = b._denominator
        if b._numerator == 0:
            raise ZeroDivisionError('Fraction(%s, 0)' % db)  #@ 813
        return Fraction(a._numerator * db, a._denominator * b._numerator)

    __truediv__, __rtruediv__ = _both_ways('truediv', _div, lambda a, b: a / b)

    def _floordiv(a, b):
        return (a.numerator * b.denominator) // (a.denominator * b.numerator)  #@ 832

    __floordiv__, __rfloordiv__ = _both_ways('floordiv', _floordiv, lambda a, b: a // b)

    def _mod(a, b):
        da, db = a._denominator, b._denominator
        return Fraction((a.numerator * db) % (b.numerator * da), da * db)  #@ 847

    __mod__, __rmod__ = _both_ways('mod', _mod, lambda a, b: a % b)

    def __divmod__(self, other):
        if isinstance(other, (int, Fraction)):
            scale = self._denominator * other.denominator
            whole, rest = divmod(self._numerator * other.denominator, other.numerator * self._denominator)
            return whole, Fraction(rest, scale)
        return _combined(self, other, None, divmod)

    def __rdivmod__(self, other):
        return _reflected(self, other, divmod)

    def __pow__(self, other):
        if not isinstance(other, (int, Fraction)):
            return _combined(self, other, None, lambda a, b: a ** b)
        if other.denominator != 1:
            return float(self) ** float(other)
        power = other.numerator
        n, d = self._numerator, self._denominator
        if power >= 0:
            return Fraction(n ** power, d ** power)
        if n == 0:
            a = self
            raise ZeroDivisionError('Fraction(%s, 0)' %  #@ 869+
                                    a._denominator ** -power)
        return Fraction(d ** -power, n ** -power)

    def __rpow__(self, other):
        if self._denominator == 1:
            return other ** self._numerator
        return other ** float(self)

    def __neg__(self):
        return Fraction(-self._numerator, self._denominator)

    def __pos__(self):
        return Fraction(self)

    def __abs__(self):
        return Fraction(abs(self._numerator), self._denominator)

    def __trunc__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 else self._numerator // self._denominator

    __int__ = __trunc__

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is not None:
            scale = 10 ** abs(ndigits)
            return Fraction(round(self * scale), scale) if ndigits > 0 else Fraction(round(self / scale) * scale)
        floor, rest = divmod(self._numerator, self._denominator)
        if rest * 2 == self._denominator:
            return floor + floor % 2
        return floor + (rest * 2 > self._denominator)

    def __bool__(self):
        return self._numerator != 0

    def __eq__(self, other):
        if isinstance(other, (int, Fraction)):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, complex) and other.imag == 0:
            other = other.real
        if isinstance(other, float):
            return self == Fraction(other) if math.isfinite(other) else 0.0 == other
        return NotImplemented

    def __lt__(self, other):
        return _compared(self, other, lambda a, b: a < b)

    def __le__(self, other):
        return _compared(self, other, lambda a, b: a <= b)

    def __gt__(self, other):
        return _compared(self, other, lambda a, b: a > b)

    def __ge__(self, other):
        return _compared(self, other, lambda a, b: a >= b)


def _combined(a, b, exactly, roughly):
    if isinstance(b, (int, Fraction)):
        return Fraction(*exactly((a._numerator, a._denominator), (b.numerator, b.denominator)))
    return roughly(float(a), b) if isinstance(b, (float, complex)) else NotImplemented


def _reflected(a, b, operate):
    if isinstance(b, int):
        return operate(Fraction(b), a)
    return operate(b, float(a)) if isinstance(b, (float, complex)) else NotImplemented


def _compared(a, b, holds):
    if isinstance(b, (int, Fraction)):
        return holds(a._numerator * b.denominator, a._denominator * b.numerator)
    if isinstance(b, float):
        return holds(a, Fraction(b)) if math.isfinite(b) else holds(0.0, b)
    return NotImplemented
