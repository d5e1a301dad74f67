"""What writing and reading pickles have in common: their errors, numbers as bytes, and names that Python 2 had."""

from math import copysign, frexp, inf, isinf, isnan, ldexp, nan


class PickleError(Exception):
    __module__ = '_pickle'


class PicklingError(PickleError):
    __module__ = '_pickle'


class UnpicklingError(PickleError):
    __module__ = '_pickle'


# Protocols before 3 call things as Python 2 did.
PYTHON2_MODULES = {
    'builtins': '__builtin__', 'copyreg': 'copy_reg', 'queue': 'Queue', 'socketserver': 'SocketServer',
    'configparser': 'ConfigParser',
}
PYTHON2_NAMES = {
    ('builtins', 'range'): ('__builtin__', 'xrange'), ('functools', 'reduce'): ('__builtin__', 'reduce'),
    ('sys', 'intern'): ('__builtin__', 'intern'), ('builtins', 'chr'): ('__builtin__', 'unichr'),
    ('builtins', 'str'): ('__builtin__', 'unicode'), ('builtins', 'int'): ('__builtin__', 'long'),
    ('builtins', 'zip'): ('itertools', 'izip'), ('builtins', 'map'): ('itertools', 'imap'),
    ('builtins', 'filter'): ('itertools', 'ifilter'),
    ('itertools', 'filterfalse'): ('itertools', 'ifilterfalse'),
    ('itertools', 'zip_longest'): ('itertools', 'izip_longest'),
    ('collections', 'UserDict'): ('UserDict', 'IterableUserDict'),
    ('collections', 'UserList'): ('UserList', 'UserList'), ('collections', 'UserString'): ('UserString', 'UserString'),
}


def long_bytes(number):
    """An int in as few bytes as hold it, the lowest first."""
    if not number:
        return b''
    return number.to_bytes((number + (number < 0)).bit_length() // 8 + 1, 'little', signed=True)


def double(number):
    """A float in eight bytes, the highest first."""
    if isnan(number):
        exponent, fraction = 0x7ff, 1 << 51
    elif isinf(number):
        exponent, fraction = 0x7ff, 0
    else:
        part, exponent = frexp(abs(number))
        # What is too small for a leading one has the lowest exponent.
        exponent = max(exponent + 1022, 0) if number else 0
        fraction = int(ldexp(part, 53)) - (1 << 52) if exponent else int(ldexp(abs(number), 1074))
    sign = copysign(1, number) < 0
    return (sign << 63 | exponent << 52 | fraction).to_bytes(8)


def undouble(data):
    bits = int.from_bytes(data)
    exponent, fraction = bits >> 52 & 0x7ff, bits & (1 << 52) - 1
    if exponent == 0x7ff:
        number = nan if fraction else inf
    elif exponent:
        number = ldexp(fraction + (1 << 52), exponent - 1075)
    else:
        number = ldexp(fraction, -1074)
    return -number if bits >> 63 else number


def found_in(owner, names, default):
    """What a dotted name means in a module, and what it is an attribute of."""
    missing = object()
    found = owner
    for name in names:
        owner, found = found, getattr(found, name, missing)
        if found is missing:
            return default
    return found, owner
