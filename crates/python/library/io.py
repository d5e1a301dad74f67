"""File objects: over the program's files in memory, and over strings and bytes of its own."""
import _files
from _files import files
from builtins import open

__all__ = ['open', 'StringIO', 'BytesIO', 'TextIOWrapper', 'BufferedReader', 'BufferedWriter', 'BufferedRandom',
           'UnsupportedOperation', 'IOBase', 'TextIOBase', 'BufferedIOBase', 'RawIOBase', 'SEEK_SET', 'SEEK_CUR',
           'SEEK_END', 'DEFAULT_BUFFER_SIZE', 'FileIO']

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192
BlockingIOError = BlockingIOError


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    __module__ = 'io'
    _closed = False

    @property
    def closed(self):
        return self._closed

    def _open(self):
        if self._closed:
            raise ValueError('I/O operation on closed file.')

    def close(self):
        self._closed = True

    def flush(self):
        self._open()

    def __enter__(self):
        self._open()
        return self

    def __exit__(self, *exception):
        self.close()

    def __iter__(self):
        self._open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        lines, size = [], 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def readable(self):
        return True

    writable = seekable = readable

    def isatty(self):
        self._open()
        return False

    def fileno(self):
        raise UnsupportedOperation('fileno')


class RawIOBase(IOBase):
    __module__ = 'io'


class BufferedIOBase(IOBase):
    __module__ = 'io'


class TextIOBase(IOBase):
    __module__ = 'io'
    encoding = errors = newlines = None


class BytesIO(BufferedIOBase):
    def __init__(self, initial_bytes=b''):
        if isinstance(initial_bytes, (str, int)):
            raise TypeError(f"a bytes-like object is required, not '{type(initial_bytes).__name__}'")
        self._data, self._at = bytearray(initial_bytes or b''), 0

    def _reads(self):
        self._open()

    _writes = _reads

    def read(self, size=-1):
        self._reads()
        end = len(self._data) if size is None or size < 0 else self._at + size
        piece = bytes(self._data[self._at:end])
        self._at += len(piece)
        return piece

    read1 = read

    def readinto(self, buffer):
        piece = self.read(len(buffer))
        buffer[:len(piece)] = piece
        return len(piece)

    def readline(self, size=-1):
        self._reads()
        end = self._data.find(b'\n', self._at) + 1 or len(self._data)
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        return self.read(max(0, end - self._at))

    def write(self, b):
        self._writes()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = self._data
        if self._at > len(data):
            data += bytes(self._at - len(data))
        data[self._at:self._at + len(b)] = b
        self._at += len(b)
        return len(b)

    def seek(self, offset, whence=0):
        self._open()
        at = offset + (0, self._at, len(self._data))[whence]
        if at < 0:
            raise ValueError(f'negative seek value {at}')
        self._at = at
        return at

    def tell(self):
        self._open()
        return self._at

    def truncate(self, size=None):
        self._writes()
        size = self._at if size is None else size
        del self._data[size:]
        return size

    def getvalue(self):
        self._open()
        return bytes(self._data)

    def getbuffer(self):
        self._open()
        return memoryview(self._data)


class StringIO(TextIOBase):
    def __init__(self, initial_value='', newline='\n'):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f'initial_value must be str or None, not {type(initial_value).__name__}')
        self._text, self._more, self._at = initial_value or '', [], 0
        if newline is None:
            self._text = self._text.replace('\r\n', '\n').replace('\r', '\n')

    def _open(self):
        if self._closed:
            raise ValueError('I/O operation on closed file')

    def _whole(self):
        self._open()
        if self._more:
            self._text += ''.join(self._more)
            self._more.clear()
        return self._text

    def write(self, s):
        self._open()
        if not isinstance(s, str):
            raise TypeError(f'string argument expected, got {type(s).__name__!r}')
        if self._more and self._at == -1 or self._at == len(self._text) and not self._more:
            self._more.append(s)
            self._at = -1
            return len(s)
        at, text = self.tell(), self._whole()
        self._text = text[:at].ljust(at, '\0') + s + text[at + len(s):]
        self._at = at + len(s)
        return len(s)

    def tell(self):
        length = len(self._whole())
        if self._at < 0:
            self._at = length
        return self._at

    def read(self, size=-1):
        at, text = self.tell(), self._text
        piece = text[at:] if size is None or size < 0 else text[at:at + size]
        self._at = at + len(piece)
        return piece

    def readline(self, size=-1):
        at, text = self.tell(), self._text
        end = text.find('\n', at) + 1 or len(text)
        if size is not None and size >= 0:
            end = min(end, at + size)
        return self.read(max(0, end - at))

    def seek(self, offset, whence=0):
        length = len(self._whole())
        if whence and offset:
            raise OSError("Can't do nonzero cur-relative seeks")
        if offset < 0:
            raise ValueError(f'Negative seek position {offset}')
        self._at = (offset, self.tell(), length)[whence]
        return self._at

    def truncate(self, size=None):
        size = self.tell() if size is None else size
        self._text = self._whole()[:size]
        return size

    def getvalue(self):
        return self._whole()


class _FileBytes(BytesIO):
    """The bytes of a file, whose bytearray it shares with whoever else has it open."""
    _may = ''

    def __init__(self, name, path, mode, may):
        self.name, self.mode, self._may = name, mode, may
        self._data = files[path]
        self._at = len(self._data) if 'a' in mode else 0

    def _reads(self):
        self._open()
        if 'r' not in self._may:
            raise UnsupportedOperation('read')

    def _writes(self):
        self._open()
        if 'w' not in self._may:
            raise UnsupportedOperation('write')
        if 'a' in self.mode:
            self._at = len(self._data)

    def readable(self):
        return 'r' in self._may

    def writable(self):
        return 'w' in self._may

    def fileno(self):
        return 3

    @property
    def raw(self):
        return self

    def __repr__(self):
        return f'<_io.{type(self).__name__} name={self.name!r}>'


class BufferedReader(_FileBytes):
    def peek(self, size=0):
        return bytes(self._data[self._at:])


class BufferedWriter(_FileBytes):
    pass


class BufferedRandom(_FileBytes):
    pass


FileIO = _FileBytes


class _Urandom(RawIOBase):
    name, mode, _at = _files.URANDOM, 'rb', 0

    def read(self, size=-1):
        self._open()
        if size is None or size < 0:
            raise MemoryError
        self._at += size
        return _files.random_bytes(self._at - size, size)


class TextIOWrapper(TextIOBase):
    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        self.buffer, self._newline = buffer, newline
        self.encoding, self.errors = encoding or 'UTF-8', errors or 'strict'
        self.line_buffering = line_buffering
        b''.decode(self.encoding)

    name = property(lambda self: self.buffer.name)
    closed = property(lambda self: self.buffer.closed)

    def _open(self):
        if self.buffer.closed:
            raise ValueError('I/O operation on closed file.')

    def _reads(self):
        self._open()
        if not self.buffer.readable():
            raise UnsupportedOperation('not readable')

    def _decoded(self, data):
        text = data.decode(self.encoding, self.errors)
        return text.replace('\r\n', '\n').replace('\r', '\n') if self._newline is None and '\r' in text else text

    def read(self, size=-1):
        self._reads()
        if size is None or size < 0:
            return self._decoded(self.buffer.read())
        start = self.buffer.tell()
        text = self._decoded(self.buffer.read())[:size]
        self.buffer.seek(start + len(text.encode(self.encoding, self.errors)))
        return text

    def readline(self, size=-1):
        self._reads()
        if size is not None and size >= 0:
            start = self.buffer.tell()
            line = self._decoded(self.buffer.readline())[:size]
            self.buffer.seek(start + len(line.encode(self.encoding, self.errors)))
            return line
        return self._decoded(self.buffer.readline())

    def write(self, s):
        if not isinstance(s, str):
            raise TypeError(f'write() argument must be str, not {type(s).__name__}')
        self._open()
        if not self.buffer.writable():
            raise UnsupportedOperation('not writable')
        text = s.replace('\n', self._newline) if self._newline in ('\r', '\r\n') else s
        self.buffer.write(text.encode(self.encoding, self.errors))
        return len(s)

    def close(self):
        self.buffer.close()

    def seek(self, offset, whence=0):
        self._open()
        if whence and offset:
            raise UnsupportedOperation(f"can't do nonzero {'cur' if whence == 1 else 'end'}-relative seeks")
        return self.buffer.seek(offset, whence)

    def tell(self):
        self._open()
        return self.buffer.tell()

    def truncate(self, size=None):
        return self.buffer.truncate(size)

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def fileno(self):
        return self.buffer.fileno()

    def detach(self):
        return self.buffer

    def __repr__(self):
        mode = f' mode={self.mode!r}' if hasattr(self, 'mode') else ''
        return f'<_io.TextIOWrapper name={self.name!r}{mode} encoding={self.encoding!r}>'


for _class in BytesIO, StringIO, BufferedReader, BufferedWriter, BufferedRandom, FileIO, TextIOWrapper:
    _class.__module__ = '_io'


def _checked(file, mode, encoding, errors, newline):
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    kinds = set(mode)
    if kinds - set('rwxabt+') or len(kinds) < len(mode):
        raise ValueError(f'invalid mode: {mode!r}')
    if 'b' in kinds and 't' in kinds:
        raise ValueError("can't have text and binary mode at once")
    if len(kinds & set('rwxa')) != 1:
        raise ValueError('must have exactly one of create/read/write/append mode')
    if 'b' in kinds:
        for given, name in (encoding, 'encoding'), (errors, 'errors'), (newline, 'newline'):
            if given is not None:
                raise ValueError(f"binary mode doesn't take {'an' if name != 'newline' else 'a'} {name} argument")
    if newline not in (None, '', '\n', '\r', '\r\n'):
        raise ValueError(f'illegal newline value: {newline!r}')
    return kinds


def open_file(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    kinds = _checked(file, mode, encoding, errors, newline)
    name = _files.fspath(file)
    if not name:
        raise _files.missing(name)
    path = _files.absolute(name)
    if path == _files.URANDOM and 'r' in kinds:
        return _Urandom()
    if path in _files.folders:
        raise IsADirectoryError(21, 'Is a directory', name)
    folder = path.rpartition('/')[0] or '/'
    if 'r' in kinds:
        if path not in files:
            raise _files.missing(name)
    else:
        if 'x' in kinds and path in files:
            raise FileExistsError(17, 'File exists', name)
        if folder in files:
            raise NotADirectoryError(20, 'Not a directory', name)
        if name[:1] == '/' and folder not in _files.folders:
            raise _files.missing(name)
        _files.make_folders(folder)
        data = files.setdefault(path, bytearray())
        if 'w' in kinds:
            data.clear()
    if '+' in kinds:
        kind, may = BufferedRandom, 'rw'
    else:
        kind, may = (BufferedReader, 'r') if 'r' in kinds else (BufferedWriter, 'w')
    raw = kind(name, path, ''.join(letter for letter in 'rwxa' if letter in kinds) + 'b' + '+' * ('+' in kinds), may)
    if 'b' in kinds:
        return raw
    text = TextIOWrapper(raw, encoding, errors, newline)
    text.mode = mode
    return text
