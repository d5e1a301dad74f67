"""Codecs by name: the playground's own, those that a program registers, and what is done with what they can't translate.

`str.encode` and `bytes.decode` do the everyday ones themselves, and ask `text_encoded` and `text_decoded` here for the
rest. A strict translator is a function of text or bytes that raises at the first flaw; what a handler says of that
is put in between, and the rest is translated again.
"""

import builtins
from _codec_tables import TABLES, escaped, unescaped

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = BOM_UTF16 = BOM = BOM32_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = BOM32_BE = b'\xfe\xff'
BOM_UTF32_LE = BOM_UTF32 = BOM64_LE = b'\xff\xfe\0\0'
BOM_UTF32_BE = BOM64_BE = b'\0\0\xfe\xff'

# What each codec is called elsewhere. Who asks for one has blanks and hyphens as underscores.
_ALIASES = {
    'utf8': 'utf_8', 'u8': 'utf_8', 'utf': 'utf_8', 'cp65001': 'utf_8', 'utf8_sig': 'utf_8_sig',
    'us_ascii': 'ascii', '646': 'ascii', 'us': 'ascii',
    'latin1': 'latin_1', 'latin': 'latin_1', 'l1': 'latin_1', '8859': 'latin_1', 'iso8859': 'latin_1',
    'iso_8859_1': 'latin_1', 'iso8859_1': 'latin_1',
    'utf16': 'utf_16', 'u16': 'utf_16', 'utf_16le': 'utf_16_le', 'utf_16be': 'utf_16_be',
    'utf32': 'utf_32', 'u32': 'utf_32', 'utf_32le': 'utf_32_le', 'utf_32be': 'utf_32_be',
    'windows_1251': 'cp1251', '1251': 'cp1251', 'windows_1252': 'cp1252', '1252': 'cp1252',
    'ibm437': 'cp437', '437': 'cp437', 'ibm850': 'cp850', '850': 'cp850',
    'iso8859_15': 'iso8859_15', 'iso_8859_15': 'iso8859_15', 'latin9': 'iso8859_15', 'l9': 'iso8859_15',
    'rot13': 'rot_13', 'hex_codec': 'hex', 'base64_codec': 'base64', 'base_64': 'base64',
    'unicodeescape': 'unicode_escape', 'rawunicodeescape': 'raw_unicode_escape',
}
_QUICK = ('utf_8', 'utf_8_sig', 'ascii', 'latin_1', 'utf_16', 'utf_16_le', 'utf_16_be')
_LONG = ('utf_32', 'utf_32_le', 'utf_32_be')

_searches = []
_found = {}
_handlers = {}


class CodecInfo(tuple):
    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        made = super().__new__(cls, (encode, decode, streamreader, streamwriter))
        made.name, made.encode, made.decode = name, encode, decode
        made.incrementalencoder, made.incrementaldecoder = incrementalencoder, incrementaldecoder
        made.streamreader, made.streamwriter = streamreader, streamwriter
        if _is_text_encoding is not None:
            made._is_text_encoding = _is_text_encoding
        return made

    def __repr__(self):
        kind = type(self)
        return f'<{kind.__module__}.{kind.__qualname__} object for encoding {self.name} at {id(self):#x}>'


# --- error handlers ---


def register_error(errors, handler, /):
    if not isinstance(errors, str):
        raise TypeError(f'register_error() argument 1 must be str, not {type(errors).__name__}')
    if not callable(handler):
        raise TypeError('handler must be callable')
    _handlers[errors] = handler


def lookup_error(name, /):
    if (handler := _handlers.get(name)) is None:
        raise LookupError(f'unknown error handler name {name!r}')
    return handler


def strict_errors(exception, /):
    if not isinstance(exception, BaseException):
        raise TypeError('codec must pass exception instance')
    raise exception


def _handler(name, kinds, replacement):
    def handle(exception, /):
        if not isinstance(exception, kinds):
            kind = type(exception).__name__
            raise TypeError(f"don't know how to handle {kind} in error callback")
        wrong = exception.object[exception.start:exception.end]
        return replacement(exception, wrong), exception.end
    handle.__name__ = handle.__qualname__ = name
    return handle


def _question_marks(exception, wrong):
    if isinstance(exception, UnicodeDecodeError):
        return '\ufffd'
    return ('?' if isinstance(exception, UnicodeEncodeError) else '\ufffd') * len(wrong)


def _backslashes(exception, wrong):
    if isinstance(wrong, bytes):
        return ''.join([f'\\x{byte:02x}' for byte in wrong])
    return ''.join([_backslashed(ord(c)) for c in wrong])


def _backslashed(number):
    return f'\\x{number:02x}' if number < 0x100 else f'\\u{number:04x}' if number < 0x10000 else f'\\U{number:08x}'


_any = UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError
ignore_errors = _handler('ignore_errors', _any, lambda exception, wrong: '')
replace_errors = _handler('replace_errors', _any, _question_marks)
backslashreplace_errors = _handler('backslashreplace_errors', _any, _backslashes)
xmlcharrefreplace_errors = _handler(
    'xmlcharrefreplace_errors', UnicodeEncodeError,
    lambda exception, wrong: ''.join([f'&#{ord(c)};' for c in wrong]))
_handlers |= {
    'strict': strict_errors, 'ignore': ignore_errors, 'replace': replace_errors,
    'backslashreplace': backslashreplace_errors, 'xmlcharrefreplace': xmlcharrefreplace_errors,
}


def _answer(errors, flaw, kinds, direction):
    # What stands in the place of a flaw, and where translating goes on.
    answer = lookup_error(errors)(flaw)
    if not (isinstance(answer, tuple) and len(answer) == 2 and isinstance(answer[0], kinds)
            and isinstance(answer[1], int)):
        shown = 'str/bytes' if bytes in kinds else 'str'
        raise TypeError(f'{direction} error handler must return ({shown}, int) tuple')
    replacement, place = answer
    if place < 0:
        place += len(flaw.object)
    if not 0 <= place <= len(flaw.object):
        raise IndexError(f'position {place} from error handler out of bounds')
    return replacement, place


# --- translating with handlers ---


def _encoded(strict, text, errors):
    done, at = [], 0
    while True:
        try:
            done.append(strict(text[at:]))
            return b''.join(done)
        except UnicodeEncodeError as error:
            flaw = UnicodeEncodeError(error.encoding, text, error.start + at, error.end + at, error.reason)
        done.append(strict(text[at:flaw.start]))
        replacement, at = _answer(errors, flaw, (str, bytes), 'encoding')
        if isinstance(replacement, str):
            replacement = _own_replacement(strict, replacement)
            if replacement is None:
                raise flaw
        done.append(replacement)


def _own_replacement(strict, text):
    try:
        return strict(text)
    except UnicodeEncodeError:
        return None


def _decoded(strict, data, errors, final=True, at=0):
    # The text, and how many bytes it took: what may be the beginning of something waits for more.
    data = bytes(data)
    done = []
    while True:
        try:
            done.append(strict(data[at:]))
            return ''.join(done), len(data)
        except UnicodeDecodeError as error:
            flaw = UnicodeDecodeError(error.encoding, data, error.start + at, error.end + at, error.reason)
        done.append(strict(data[at:flaw.start]))
        if not final and flaw.end == len(data) and flaw.reason in _UNFINISHED:
            return ''.join(done), flaw.start
        replacement, at = _answer(errors, flaw, (str,), 'decoding')
        done.append(replacement)


_UNFINISHED = ('unexpected end of data', 'truncated data')


def _text_codec(name):
    # How a codec of ours encodes and decodes strictly.
    if name in _QUICK:
        return lambda text: str.encode(text, name), lambda data: data.decode(name)
    if name in _LONG:
        return _utf_32_encoder(name), _utf_32_decoder(name)
    if name in TABLES:
        table = TABLES[name]
        numbers = {c: number for number, c in enumerate(table) if c != '\ufffe'}
        return lambda text: _charmap_encoded(text, numbers), lambda data: _charmap_decoded(data, table)
    if name.endswith('unicode_escape'):
        raw = name.startswith('raw')
        return lambda text: escaped(text, raw), lambda data: unescaped(data, raw)


def _order_of(name):
    return 'big' if name.endswith('be') else 'little'


def _utf_32_encoder(name):
    order = _order_of(name)
    mark = BOM_UTF32 if name == 'utf_32' else b''
    return lambda text: mark + b''.join([ord(c).to_bytes(4, order) for c in text])


def _utf_32_decoder(name):
    def decode(data):
        order, start = _order_of(name), 0
        if name == 'utf_32' and data[:4] in (BOM_UTF32_LE, BOM_UTF32_BE):
            order, start = 'little' if data[0] else 'big', 4
        done = []
        for at in range(start, len(data), 4):
            unit = data[at:at + 4]
            number = int.from_bytes(unit, order)
            if len(unit) < 4:
                wrong = 'truncated data'
            elif number > 0x10ffff:
                wrong = 'code point not in range(0x110000)'
            elif 0xd800 <= number < 0xe000:
                wrong = 'code point in surrogate code point range(0xd800, 0xe000)'
            else:
                done.append(chr(number))
                continue
            raise UnicodeDecodeError(name.replace('_', '-'), data, at, at + len(unit), wrong)
        return ''.join(done)
    return decode


_UNDEFINED = 'character maps to <undefined>'


def _charmap_encoded(text, numbers):
    done = bytearray()
    for at, c in enumerate(text):
        number = numbers.get(c)
        if number is None:
            end = at + 1
            while end < len(text) and text[end] not in numbers:
                end += 1
            raise UnicodeEncodeError('charmap', text, at, end, _UNDEFINED)
        done.append(number)
    return bytes(done)


def _charmap_decoded(data, table):
    done = [table[byte] if byte < len(table) else '\ufffe' for byte in data]
    if '\ufffe' in done:
        at = done.index('\ufffe')
        raise UnicodeDecodeError('charmap', data, at, at + 1, _UNDEFINED)
    return ''.join(done)


# --- the playground's own codecs ---


def _own(name):
    name = _ALIASES.get(name, name)
    if (pair := _text_codec(name)) is not None:
        return _info(name, *pair)
    if name == 'rot_13':
        return _plain_info('rot13', _rot_13, _rot_13)
    if name == 'hex':
        import binascii
        return _plain_info(name, binascii.hexlify, binascii.unhexlify)
    if name == 'base64':
        import base64
        return _plain_info(name, base64.encodebytes, base64.decodebytes)


def _info(name, to_bytes, to_text):
    shown = 'iso8859-1' if name == 'latin_1' else name.replace('_', '-')
    shown = name if name in TABLES and not name.startswith('iso') else shown

    def encode(text, errors='strict'):
        if not isinstance(text, str):
            raise TypeError(f'{name}_encode() argument 1 must be str, not {type(text).__name__}')
        return _encoded(to_bytes, text, errors or 'strict'), len(text)

    def decode(data, errors='strict', final=True):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(data)
        at, strict = 0, to_text
        if name == 'utf_16' and len(data) >= 2 and data[:2] in (BOM_UTF16_LE, BOM_UTF16_BE):
            # What follows a flaw has no mark of its own.
            at, strict = 2, _text_codec('utf_16_be' if data[:2] == BOM_UTF16_BE else 'utf_16_le')[1]
        return _decoded(strict, data, errors or 'strict', final, at)

    class OwnEncoder(IncrementalEncoder):
        _begun = False

        def encode(self, input, final=False):
            made = encode(input, self.errors)[0]
            # Only what comes first has a mark.
            mark = encode('')[0] if self._begun else b''
            self._begun = True
            return made[len(mark):]

        def reset(self):
            self._begun = False

    class OwnDecoder(BufferedIncrementalDecoder):
        _decode = decode
        _order = None

        def _buffer_decode(self, input, errors, final):
            if name != 'utf_16' or self._order:
                return (self._order or decode)(input, errors, final)
            if len(input) < 2:
                return ('', 0) if not final else decode(input, errors)
            self._order = lookup('utf_16_be' if input[:2] == BOM_UTF16_BE else 'utf_16_le').decode
            return decode(input, errors, final)

        def reset(self):
            super().reset()
            self._order = None

    class OwnReader(StreamReader):
        pass

    class OwnWriter(StreamWriter):
        pass

    OwnReader.decode, OwnWriter.encode = staticmethod(decode), staticmethod(encode)
    return CodecInfo(encode, decode, OwnReader, OwnWriter, OwnEncoder, OwnDecoder, shown)


def _plain_info(name, encode, decode):
    # Of bytes and bytes, or of texts and texts.
    return CodecInfo(
        lambda value, errors='strict': (encode(value), len(value)),
        lambda value, errors='strict': (decode(value), len(value)), name=name, _is_text_encoding=False)


def _rot_13(text):
    def turned(c, first):
        return chr(ord(first) + (ord(c) - ord(first) + 13) % 26)
    return ''.join([
        turned(c, 'a') if 'a' <= c <= 'z' else turned(c, 'A') if 'A' <= c <= 'Z' else c for c in text])


# --- looking up and calling ---


def register(search_function, /):
    if not callable(search_function):
        raise TypeError('argument must be callable')
    _searches.append(search_function)


def unregister(search_function, /):
    if search_function in _searches:
        _searches.remove(search_function)
        _found.clear()


def lookup(encoding, /):
    if not isinstance(encoding, str):
        raise TypeError(f'lookup() argument must be str, not {type(encoding).__name__}')
    if '\0' in encoding:
        raise ValueError('embedded null character')
    name = encoding.lower().replace(' ', '_').replace('-', '_')
    if (info := _found.get(name)) is not None:
        return info
    for search in _own, *_searches:
        if (info := search(name)) is not None:
            if not (isinstance(info, tuple) and len(info) == 4):
                raise TypeError('codec search functions must return 4-tuples')
            _found[name] = info
            return info
    raise LookupError(f'unknown encoding: {encoding}')


def _called(function, words, encoding, value, errors):
    doing, wrong = words
    try:
        answer = function(value) if errors is None else function(value, errors)
    except Exception as error:
        error.add_note(f'{doing} with {encoding!r} codec failed')
        raise
    if not (isinstance(answer, tuple) and len(answer) == 2):
        raise TypeError(wrong)
    return answer[0]


_ENCODING = 'encoding', 'encoder must return a tuple (object, integer)'
_DECODING = 'decoding', 'decoder must return a tuple (object,integer)'


def encode(obj, encoding='utf-8', errors=None):
    return _called(lookup(encoding)[0], _ENCODING, encoding, obj, errors)


def decode(obj, encoding='utf-8', errors=None):
    return _called(lookup(encoding)[1], _DECODING, encoding, obj, errors)


def text_encoded(text, encoding, errors):
    """What `str.encode` gives with a codec or a handler that it doesn't know itself."""
    made = _as_text(text, encoding, errors, 0, _ENCODING, 'encode')
    if not isinstance(made, (bytes, bytearray)):
        _wrong_kind(encoding, 'encoder', made, 'bytes', 'encode')
    return bytes(made)


def text_decoded(data, encoding, errors):
    """What `bytes.decode` gives with a codec or a handler that it doesn't know itself."""
    made = _as_text(data, encoding, errors, 1, _DECODING, 'decode')
    if not isinstance(made, str):
        _wrong_kind(encoding, 'decoder', made, 'str', 'decode')
    return made


def _as_text(value, encoding, errors, which, words, function):
    info = lookup(encoding)
    if not getattr(info, '_is_text_encoding', True):
        raise LookupError(
            f'{encoding!r} is not a text encoding; use codecs.{function}() to handle arbitrary codecs')
    name = encoding.lower().replace(' ', '_').replace('-', '_')
    if _ALIASES.get(name, name) in _QUICK:
        return info[which](value, errors)[0]
    return _called(info[which], words, encoding, value, errors)


def _wrong_kind(encoding, who, made, kind, function):
    raise TypeError(
        f'{encoding!r} {who} returned {type(made).__name__!r} instead of {kind!r}; '
        f'use codecs.{function}() to {function} to arbitrary types')


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    if (encoder := lookup(encoding).incrementalencoder) is None:
        raise LookupError(encoding)
    return encoder


def getincrementaldecoder(encoding):
    if (decoder := lookup(encoding).incrementaldecoder) is None:
        raise LookupError(encoding)
    return decoder


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def charmap_encode(text, errors=None, mapping=None, /):
    if mapping is None:
        return _encoded(lambda text: str.encode(text, 'latin-1'), text, errors or 'strict'), len(text)

    def strict(text):
        done = []
        for at, c in enumerate(text):
            value = _mapped(mapping, ord(c))
            if value is None:
                raise UnicodeEncodeError('charmap', text, at, at + 1, _UNDEFINED)
            if isinstance(value, int):
                if not 0 <= value < 256:
                    raise TypeError('character mapping must be in range(256)')
                value = bytes([value])
            elif not isinstance(value, bytes):
                kind = type(value).__name__
                raise TypeError(f'character mapping must return integer, bytes or None, not {kind}')
            done.append(value)
        return b''.join(done)
    return _encoded(strict, text, errors or 'strict'), len(text)


def charmap_decode(data, errors=None, mapping=None, /):
    if mapping is None:
        return _decoded(lambda data: data.decode('latin-1'), data, errors or 'strict')

    def strict(data):
        done = []
        for at, byte in enumerate(data):
            value = _mapped(mapping, byte)
            if value is None or value in (0xfffe, '\ufffe'):
                raise UnicodeDecodeError('charmap', data, at, at + 1, _UNDEFINED)
            if isinstance(value, int):
                if not 0 <= value < 0x110000:
                    raise TypeError('character mapping must be in range(0x110000)')
                value = chr(value)
            elif not isinstance(value, str):
                raise TypeError('character mapping must return integer, None or str')
            done.append(value)
        return ''.join(done)
    return _decoded(strict, data, errors or 'strict')


def _mapped(mapping, key):
    try:
        return mapping[key]
    except LookupError:
        return None


def _functions(name):
    def encode(text, errors=None, /):
        return lookup(name).encode(text, errors)

    def decode(data, errors=None, final=False, /):
        return lookup(name).decode(data, errors, final)
    return encode, decode


utf_8_encode, utf_8_decode = _functions('utf_8')
ascii_encode, ascii_decode = _functions('ascii')
latin_1_encode, latin_1_decode = _functions('latin_1')
utf_16_encode, utf_16_decode = _functions('utf_16')
utf_16_le_encode, utf_16_le_decode = _functions('utf_16_le')
utf_16_be_encode, utf_16_be_decode = _functions('utf_16_be')
utf_32_encode, utf_32_decode = _functions('utf_32')
unicode_escape_encode, unicode_escape_decode = _functions('unicode_escape')
raw_unicode_escape_encode, raw_unicode_escape_decode = _functions('raw_unicode_escape')


# --- bit by bit ---


class Codec:
    def encode(self, input, errors='strict'):
        raise NotImplementedError

    def decode(self, input, errors='strict'):
        raise NotImplementedError


class IncrementalEncoder:
    def __init__(self, errors='strict'):
        self.errors = errors
        self.buffer = ''

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class IncrementalDecoder:
    def __init__(self, errors='strict'):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return b'', 0

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    """Keeps what may be the beginning of a character for the next time."""

    def __init__(self, errors='strict'):
        super().__init__(errors)
        self.buffer = b''

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        text, consumed = self._buffer_decode(data, self.errors, final)
        self.buffer = data[consumed:]
        return text

    def reset(self):
        self.buffer = b''

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


def iterencode(iterator, encoding, errors='strict', **kwargs):
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for text in iterator:
        if made := encoder.encode(text):
            yield made
    if made := encoder.encode('', True):
        yield made


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for data in iterator:
        if made := decoder.decode(data):
            yield made
    if made := decoder.decode(b'', True):
        yield made


# --- streams ---


class _Stream(Codec):
    def __init__(self, stream, errors='strict'):
        self.stream, self.errors = stream, errors

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.stream.close()

    def reset(self):
        pass


class StreamWriter(_Stream):
    def write(self, object):
        self.stream.write(self.encode(object, self.errors)[0])

    def writelines(self, list):
        self.write(''.join(list))


class StreamReader(_Stream):
    def read(self, size=-1, chars=-1, firstline=False):
        return self.decode(self.stream.read(size), self.errors)[0]

    def readline(self, size=None, keepends=True):
        line = self.decode(self.stream.readline(), self.errors)[0]
        return line if keepends else line.rstrip('\r\n')

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def __next__(self):
        if line := self.readline():
            return line
        raise StopIteration

    def __iter__(self):
        return self


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    if encoding is None:
        return builtins.open(filename, mode, buffering)
    return builtins.open(filename, mode.replace('b', ''), buffering, encoding, errors, '')


for _function in encode, decode, lookup, register, unregister, register_error, lookup_error:
    _function.__module__ = '_codecs'
