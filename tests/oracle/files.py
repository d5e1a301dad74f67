"""The program's files: a folder of its own that begins empty, folders that come into being on first write, /dev/urandom."""
import builtins
import io
import os
import shutil
import tempfile

_real_open = builtins.open


class _Urandom(io.RawIOBase):
    name = '/dev/urandom'
    mode = 'rb'

    def __init__(self):
        self._position = 0

    def readable(self):
        return True

    def readinto(self, buffer):
        for offset in range(len(buffer)):
            buffer[offset] = (131 * (self._position + offset) + 17) & 255
        self._position += len(buffer)
        return len(buffer)


def _open(*arguments, **named):
    file = arguments[0] if arguments else named.get('file')
    mode = arguments[1] if len(arguments) > 1 else named.get('mode', 'r')
    if file == '/dev/urandom' and mode == 'rb':
        return io.BufferedReader(_Urandom())
    if isinstance(file, (str, os.PathLike)) and isinstance(mode, str) and set(mode) & set('wax'):
        folder = os.path.dirname(os.fspath(file))
        if folder and not os.path.isabs(folder):
            os.makedirs(folder, exist_ok=True)
    return _real_open(*arguments, **named)


def own_folder():
    """The working directory of programs from now on. Returns what empties it, and what removes it."""
    folder = tempfile.mkdtemp(prefix='oracle-')
    os.chdir(folder)

    def empty():
        for entry in os.scandir(folder):
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry, ignore_errors=True)
            else:
                os.unlink(entry)

    def remove():
        shutil.rmtree(folder, ignore_errors=True)
    return empty, remove


def install():
    builtins.open = io.open = _open
