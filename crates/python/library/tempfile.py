"""Files and folders for a while, in memory."""
import os
from io import BytesIO, StringIO
from types import GenericAlias

_count = 0
tempdir = '/tmp'


def gettempdir():
    return tempdir


def mktemp(suffix='', prefix='tmp', dir=None):
    global _count
    _count += 1
    return os.path.join(dir or tempdir, f'{prefix or "tmp"}{_count:08d}{suffix or ""}')


def mkdtemp(suffix=None, prefix=None, dir=None):
    name = mktemp(suffix, prefix, dir)
    os.makedirs(name)
    return name


class TemporaryDirectory:
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, suffix=None, prefix=None, dir=None, **options):
        self.name = mkdtemp(suffix, prefix, dir)

    def __enter__(self):
        return self.name

    def __exit__(self, *exception):
        self.cleanup()

    def cleanup(self):
        for folder, _, names in os.walk(self.name, topdown=False):
            for name in names:
                os.remove(os.path.join(folder, name))
            os.rmdir(folder)

    def __repr__(self):
        return f'<TemporaryDirectory {self.name!r}>'


class NamedTemporaryFile:
    def __init__(self, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                 delete=True, **options):
        self.name, self._delete = mktemp(suffix, prefix, dir), delete
        self.file = open(self.name, mode, buffering, encoding, None, newline)

    def __getattr__(self, name):
        return getattr(self.file, name)

    def __iter__(self):
        return iter(self.file)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()

    def close(self):
        if not self.file.closed:
            self.file.close()
            if self._delete and os.path.exists(self.name):
                os.remove(self.name)


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, **options):
    return BytesIO() if 'b' in mode else StringIO()
