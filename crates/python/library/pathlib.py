"""Paths as objects, over the program's files in memory."""
import os
from os import path as _path

__all__ = ['Path', 'PosixPath', 'PurePath', 'PurePosixPath']


class PurePath:
    __slots__ = '_text',

    def __new__(cls, *args, **kwargs):
        cls = {PurePath: PurePosixPath, Path: PosixPath}.get(cls, cls)
        return object.__new__(cls)

    def __init__(self, *segments):
        for segment in segments:
            if not isinstance(segment, (str, PurePath)) and not hasattr(segment, '__fspath__'):
                raise TypeError("argument should be a str or an os.PathLike object where __fspath__ returns a str, "
                                f'not {type(segment).__name__!r}')
        text = _path.join('', *map(os.fspath, segments)) if segments else ''
        root = '/' if text.startswith('/') else ''
        self._text = root + '/'.join(part for part in text.split('/') if part not in ('', '.')) or '.'

    def __str__(self):
        return self._text

    __fspath__ = as_posix = __str__

    def __repr__(self):
        return f'{type(self).__name__}({self._text!r})'

    def __hash__(self):
        return hash(self._text)

    def __eq__(self, other):
        return self._text == other._text if isinstance(other, PurePath) else NotImplemented

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, PurePath) else NotImplemented

    def __truediv__(self, key):
        return self.joinpath(key) if isinstance(key, (str, PurePath)) else NotImplemented

    def __rtruediv__(self, key):
        return type(self)(key, self) if isinstance(key, (str, PurePath)) else NotImplemented

    def joinpath(self, *segments):
        return type(self)(self, *segments)

    @property
    def parts(self):
        named = tuple(part for part in self._text.split('/') if part not in ('', '.'))
        return ('/',) + named if self.root else named

    root = property(lambda self: '/' if self._text.startswith('/') else '')
    anchor = root
    drive = property(lambda self: '')
    name = property(lambda self: '' if self._text in ('/', '.') else self._text.rpartition('/')[2])
    suffix = property(lambda self: _path.splitext(self.name)[1])
    stem = property(lambda self: _path.splitext(self.name)[0])

    @property
    def suffixes(self):
        return ['.' + part for part in self.name.lstrip('.').split('.')[1:]]

    @property
    def parent(self):
        return type(self)(_path.dirname(self._text)) if self._text not in ('/', '.') else self

    @property
    def parents(self):
        found, here = [], self
        while here.parent != here:
            here = here.parent
            found.append(here)
        return tuple(found)

    def is_absolute(self):
        return bool(self.root)

    def with_name(self, name):
        if not self.name:
            raise ValueError(f'{self!r} has an empty name')
        return self.parent / name

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if suffix and (not suffix.startswith('.') or suffix == '.'):
            raise ValueError(f'Invalid suffix {suffix!r}')
        return self.with_name(self.stem + suffix)

    def relative_to(self, other, *more, walk_up=False):
        base = type(self)(other, *more)
        if not self.is_relative_to(base):
            raise ValueError(f'{self._text!r} is not in the subpath of {base._text!r}')
        return type(self)(*self.parts[len(base.parts):])

    def is_relative_to(self, other, *more):
        base = type(self)(other, *more).parts
        return self.parts[:len(base)] == base

    def match(self, pattern, **options):
        from fnmatch import fnmatch
        return fnmatch(self._text if '/' in pattern else self.name, pattern)


class PurePosixPath(PurePath):
    __slots__ = ()


class Path(PurePath):
    __slots__ = ()

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls(_path.expanduser('~'))

    def exists(self, **options):
        return _path.exists(self)

    def is_file(self, **options):
        return _path.isfile(self)

    def is_dir(self, **options):
        return _path.isdir(self)

    def is_symlink(self):
        return False

    def stat(self, **options):
        return os.stat(self._text)

    def absolute(self):
        return type(self)(os.getcwd(), self)

    def resolve(self, strict=False):
        return type(self)(_path.abspath(self))

    def expanduser(self):
        return type(self)(_path.expanduser(self))

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        return open(self._text, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open('r', encoding=encoding, errors=errors, newline=newline) as file:
            return file.read()

    def read_bytes(self):
        with self.open('rb') as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f'data must be str, not {type(data).__name__}')
        with self.open('w', encoding=encoding, errors=errors, newline=newline) as file:
            return file.write(data)

    def write_bytes(self, data):
        with self.open('wb') as file:
            return file.write(data)

    def iterdir(self):
        return iter([self / name for name in os.listdir(self._text)])

    def glob(self, pattern, **options):
        from fnmatch import fnmatch
        if pattern.startswith('**/'):
            yield from self.rglob(pattern[3:])
            return
        first, _, rest = pattern.partition('/')
        for each in sorted(self.iterdir()):
            if fnmatch(each.name, first):
                if not rest:
                    yield each
                elif each.is_dir():
                    yield from each.glob(rest)

    def rglob(self, pattern, **options):
        yield from self.glob(pattern)
        for each in sorted(self.iterdir()):
            if each.is_dir():
                yield from each.rglob(pattern)

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        if exist_ok and self.is_dir():
            return
        (os.makedirs if parents else os.mkdir)(self._text)

    def rmdir(self):
        os.rmdir(self._text)

    def unlink(self, missing_ok=False):
        if not missing_ok or self.exists():
            os.remove(self._text)

    def touch(self, mode=0o666, exist_ok=True):
        self.open('a' if exist_ok else 'x').close()

    def rename(self, target):
        os.rename(self._text, os.fspath(target))
        return type(self)(target)

    replace = rename


class PosixPath(Path, PurePosixPath):
    __slots__ = ()
