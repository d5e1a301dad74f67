"""The functions of `codecs` that CPython has in C: pickles know them by this name."""

from codecs import (
    charmap_decode, charmap_encode, decode, encode, lookup, lookup_error, register, register_error, unregister)
