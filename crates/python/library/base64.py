"""Bytes as letters and back."""
from binascii import Error

_ALPHABET = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'


def _bytes(s):
    return s.encode('ascii') if isinstance(s, str) else bytes(s)


def b64encode(s, altchars=None):
    if isinstance(s, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    made = bytearray()
    for at in range(0, len(s), 3):
        group = s[at:at + 3]
        bits = int.from_bytes(group, 'big') << 8 * (3 - len(group))
        letters = bytes(_ALPHABET[bits >> shift & 63] for shift in (18, 12, 6, 0))
        made += letters[:len(group) + 1].ljust(4, b'=')
    return _swapped(bytes(made), b'+/', altchars) if altchars else bytes(made)


def _swapped(s, old, new):
    return bytes(new[old.index(byte)] if byte in old else byte for byte in s)


def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars:
        s = _swapped(s, _bytes(altchars), b'+/')
    letters = bytes(byte for byte in s.partition(b'=')[0] if byte in _ALPHABET)
    if validate and len(letters) + s.count(b'=') != len(s):
        raise Error('Only base64 data is allowed')
    left = len(letters) % 4
    if left == 1:
        raise Error(f'Invalid base64-encoded string: number of data characters ({len(letters)}) cannot be 1 more than '
                    'a multiple of 4')
    if left and s.count(b'=') < 4 - left:
        raise Error('Incorrect padding')
    made = bytearray()
    for at in range(0, len(letters), 4):
        group, bits = letters[at:at + 4], 0
        for byte in group:
            bits = bits << 6 | _ALPHABET.index(byte)
        made += (bits << 6 * (4 - len(group))).to_bytes(3, 'big')[:len(group) - 1]
    return bytes(made)


standard_b64encode, standard_b64decode = b64encode, b64decode


def urlsafe_b64encode(s):
    return b64encode(s, b'-_')


def urlsafe_b64decode(s):
    return b64decode(s, b'-_')


def b16encode(s):
    return bytes(s).hex().upper().encode()


def b16decode(s, casefold=False):
    return bytes.fromhex(_bytes(s).decode())


def encodebytes(s):
    return b''.join([b64encode(s[at:at + 57]) + b'\n' for at in range(0, len(s), 57)])


def decodebytes(s):
    return b64decode(s)
