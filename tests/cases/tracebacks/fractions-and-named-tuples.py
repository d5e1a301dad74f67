# Errors of fractions and of named tuples pass lines of the library.
import traceback
from collections import namedtuple
from fractions import Fraction

attempts = [
    lambda: Fraction(1, 0),
    lambda: Fraction("a half"),
    lambda: Fraction(0.5, 2),
    lambda: Fraction([1]),
    lambda: Fraction(1, 2) / 0,
    lambda: 1 / Fraction(0),
    lambda: Fraction(1, 2) // Fraction(0),
    lambda: Fraction(1, 2) % 0,
    lambda: Fraction(0) ** -1,
    lambda: namedtuple("Point", "x class"),
    lambda: namedtuple("Point", "x x"),
    lambda: namedtuple("Point", "_x"),
    lambda: namedtuple("Point", "1st"),
    lambda: namedtuple("Point", "x", defaults=[1, 2]),
    lambda: namedtuple("Point", "x y")._make([1]),
]
for attempt in attempts:
    try:
        attempt()
    except (TypeError, ValueError, ZeroDivisionError):
        traceback.print_exc()
