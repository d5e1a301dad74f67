"""Regular expressions: the engine and its matches are native; what calls the program's functions is here."""
import _interleave
from _interleave import Match

__all__ = ['match', 'fullmatch', 'search', 'sub', 'subn', 'split', 'findall', 'finditer', 'compile', 'purge', 'escape',
           'error', 'Pattern', 'Match', 'A', 'I', 'L', 'M', 'S', 'X', 'U', 'ASCII', 'IGNORECASE', 'LOCALE',
           'MULTILINE', 'DOTALL', 'VERBOSE', 'UNICODE', 'NOFLAG', 'RegexFlag', 'PatternError']


class RegexFlag(int):
    def __repr__(self):
        names = [f're.{name}' for name, bit in _BITS if int(self) & bit]
        return '|'.join(names) or 're.NOFLAG'

    __str__ = __repr__

    def __or__(self, other):
        return RegexFlag(int(self) | other)

    def __and__(self, other):
        return RegexFlag(int(self) & other)

    def __xor__(self, other):
        return RegexFlag(int(self) ^ other)

    def __invert__(self):
        return RegexFlag(510 & ~int(self))

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    @property
    def value(self):
        return int(self)


_BITS = [(name, 1 << shift) for shift, name in (
    (8, 'ASCII'), (1, 'IGNORECASE'), (2, 'LOCALE'), (5, 'UNICODE'), (3, 'MULTILINE'), (4, 'DOTALL'), (6, 'VERBOSE'))]
A = ASCII = RegexFlag(256)
I = IGNORECASE = RegexFlag(2)
L = LOCALE = RegexFlag(4)
U = UNICODE = RegexFlag(32)
M = MULTILINE = RegexFlag(8)
S = DOTALL = RegexFlag(16)
X = VERBOSE = RegexFlag(64)
NOFLAG = RegexFlag(0)
for _name in 'A ASCII I IGNORECASE L LOCALE U UNICODE M MULTILINE S DOTALL X VERBOSE NOFLAG'.split():
    setattr(RegexFlag, _name, globals()[_name])


class PatternError(Exception):
    def __init__(self, msg, pattern=None, pos=None):
        self.msg, self.pattern, self.pos = msg, pattern, pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = '\n' if isinstance(pattern, str) else b'\n'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            msg = f'{msg} at position {pos}'
            if newline in pattern:
                msg += f' (line {self.lineno}, column {self.colno})'
        super().__init__(msg)


error = PatternError


class Pattern(_interleave.Pattern):
    __module__ = 're'
    __slots__ = ()

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        if not callable(repl):
            return self.replaced(repl, string, count, PatternError)
        parts, at, made = [], 0, 0
        for found in self.finditer(string):
            if count and made == count:
                break
            parts += string[at:found.start()], repl(found)
            at, made = found.end(), made + 1
        parts.append(string[at:])
        return string[:0].join(part for part in parts if part is not None), made


_known = {}


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError('first argument must be string or compiled pattern')
    key = type(pattern), pattern, int(flags)
    made = _known.get(key)
    if made is None:
        if len(_known) >= 512:
            _known.clear()
        made = _known[key] = Pattern(pattern, int(flags), PatternError)
    return made


def purge():
    _known.clear()


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


_SPECIAL = frozenset('()[]{}?*+-|^$\\.&~# \t\n\r\v\f')


def escape(pattern):
    if isinstance(pattern, bytes):
        return escape(pattern.decode('latin-1')).encode('latin-1')
    return ''.join(['\\' + char if char in _SPECIAL else char for char in pattern])
