"""JSON into objects, by the rules and hooks of a decoder."""
from _interleave import json_scan_string


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        lineno = doc.count('\n', 0, pos) + 1
        colno = pos - doc.rfind('\n', 0, pos)
        ValueError.__init__(self, f'{msg}: line {lineno} column {colno} (char {pos})')
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, lineno, colno


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook, self.object_pairs_hook = object_hook, object_pairs_hook
        self.parse_float, self.parse_int, self.parse_constant = parse_float, parse_int, parse_constant
        self.strict = strict

    def decode(self, s):
        obj, end = self.raw_decode(s, idx=_w(s, 0).end())  #@ 344
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)  #@ 347
        return obj

    def raw_decode(self, s, idx=0):
        try:
            obj, end = self.scan_once(s, idx)  #@ 360
        except StopIteration as err:
            raise JSONDecodeError("Expecting value", s, err.value) from None  #@ 362
        return obj, end

    def scan_once(self, s, at):
        char = s[at:at + 1]
        if char == '"':
            return json_scan_string(s, at + 1, self.strict, JSONDecodeError)
        if char == '{':
            return self._object(s, at + 1)
        if char == '[':
            return self._array(s, at + 1)
        for word, value in ('null', None), ('true', True), ('false', False):
            if char == word[0] and s.startswith(word, at):
                return value, at + len(word)
        for word in 'NaN', 'Infinity', '-Infinity':
            if s.startswith(word, at):
                return (self.parse_constant or float)(word), at + len(word)
        return self._number(s, at)

    def _number(self, s, at):
        def digits(i):
            while s[i:i + 1] in _DIGITS:
                i += 1
            return i
        start = at + (s[at:at + 1] == '-')
        end = start + 1 if s[start:start + 1] == '0' else digits(start)
        if end == start:
            raise StopIteration(at)
        whole = True
        if s[end:end + 1] == '.' and digits(end + 1) > end + 1:
            end, whole = digits(end + 1), False
        if s[end:end + 1] in ('e', 'E'):
            power = end + 1 + (s[end + 1:end + 2] in ('+', '-'))
            if digits(power) > power:
                end, whole = digits(power), False
        return ((self.parse_int or int) if whole else (self.parse_float or float))(s[at:end]), end

    def _array(self, s, at):
        values, at = [], _skip(s, at)
        if s[at:at + 1] == ']':
            return values, at + 1
        while True:
            value, at = self.scan_once(s, at)
            values.append(value)
            at = _skip(s, at)
            char = s[at:at + 1]
            if char == ']':
                return values, at + 1
            if char != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            comma, at = at, _skip(s, at + 1)
            if s[at:at + 1] == ']':
                raise JSONDecodeError("Illegal trailing comma before end of array", s, comma)

    def _object(self, s, at):
        pairs, at = [], _skip(s, at)
        if s[at:at + 1] != '}':
            while True:
                if s[at:at + 1] != '"':
                    raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
                key, at = json_scan_string(s, at + 1, self.strict, JSONDecodeError)
                at = _skip(s, at)
                if s[at:at + 1] != ':':
                    raise JSONDecodeError("Expecting ':' delimiter", s, at)
                value, at = self.scan_once(s, _skip(s, at + 1))
                pairs.append((key, value))
                at = _skip(s, at)
                char = s[at:at + 1]
                if char == '}':
                    break
                if char != ',':
                    raise JSONDecodeError("Expecting ',' delimiter", s, at)
                comma, at = at, _skip(s, at + 1)
                if s[at:at + 1] == '}':
                    raise JSONDecodeError("Illegal trailing comma before end of object", s, comma)
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), at + 1
        made = dict(pairs)
        return made if self.object_hook is None else self.object_hook(made), at + 1


_DIGITS = frozenset('0123456789')


class _Place(int):
    end = int.__int__


def _w(s, at):
    return _Place(_skip(s, at))


def _skip(s, at):
    while s[at:at + 1] in _BLANK:
        at += 1
    return at


_BLANK = frozenset(' \t\n\r')
