"""Writes unicode_tables.rs, which says what CPython 3.13 knows of characters.

Usage: python3.13 unicode_tables.py > unicode_tables.rs

A table is a set of characters: the places where membership changes, as differences,
each in base 32 with the low digit first; a digit is a character from '?' on, and 32
more means that another digit follows.
"""

TABLES = {
    "PRINTABLE": ("`str.isprintable`", str.isprintable),
    "ALPHABETIC": ("`str.isalpha`", str.isalpha),
    "DECIMAL": ("`str.isdecimal`; each stretch is a run of ten digits or several", str.isdecimal),
    "DIGIT_ONLY": ("`str.isdigit`, but not decimal", lambda c: c.isdigit() and not c.isdecimal()),
    "NUMERIC_ONLY": ("`str.isnumeric`, but not a digit", lambda c: c.isnumeric() and not c.isdigit()),
    "START_UNLIKE_ALPHABETIC": (
        "Characters where starting a name differs from being alphabetic",
        lambda c: c.isidentifier() != c.isalpha(),
    ),
    "CONTINUE_UNLIKE_ALPHANUMERIC": (
        "Characters where continuing a name differs from being alphabetic or decimal",
        lambda c: ("a" + c).isidentifier() != (c.isalpha() or c.isdecimal()),
    ),
}


def digits(number):
    text = ""
    while number >= 32:
        text += chr(63 + 32 + number % 32)
        number //= 32
    return text + chr(63 + number)


def main():
    print("//! Sets of characters as CPython 3.13 has them; written by unicode_tables.py beside it,")
    print("//! which explains the notation.")
    for name, (meaning, belongs) in TABLES.items():
        text, last, inside = "", 0, False
        for code in range(0x110000):
            if belongs(chr(code)) != inside:
                text += digits(code - last)
                last, inside = code, not inside
        print(f"\n/// {meaning}.\npub(super) const {name}: &[&str] = &[")
        for start in range(0, len(text), 100):
            print(f'    r"{text[start : start + 100]}",')
        print("];")


main()
