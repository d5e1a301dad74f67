"""Digests: the sums themselves are native."""
from _interleave import digest as _digest

_SIZES = {'md5': (16, 64), 'sha1': (20, 64), 'sha256': (32, 64), 'sha512': (64, 128)}
algorithms_guaranteed = algorithms_available = set(_SIZES)


class HASH:
    __module__ = '_hashlib'

    def __init__(self, name, data=b''):
        self.name, self._data = name, b''
        self.digest_size, self.block_size = _SIZES[name]
        self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError('Strings must be encoded before hashing')
        self._data += bytes(data)

    def digest(self):
        return _digest(self.name, self._data)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        return HASH(self.name, self._data)

    def __repr__(self):
        return f'<{self.name} _hashlib.HASH object @ {id(self):#x}>'


def new(name, data=b'', **options):
    name = name.lower().replace('-', '')
    if name not in _SIZES:
        raise ValueError(f'unsupported hash type {name}')
    return HASH(name, data)


def _named(name):
    def make(string=b'', *, usedforsecurity=True):
        return HASH(name, string)
    make.__name__ = make.__qualname__ = f'openssl_{name}'
    return make


md5, sha1, sha256, sha512 = map(_named, _SIZES)
