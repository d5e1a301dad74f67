"""The program's files: in memory, gone with the page. The bytes are the machine's; which folders there are is here."""
from _interleave import files

HOME = '/home/user'
folders = {'/', '/home', HOME, '/tmp', '/dev'}
URANDOM = '/dev/urandom'


def absolute(path):
    path = fspath(path)
    if isinstance(path, bytes):
        path = path.decode()
    parts = []
    for part in path.split('/') if path.startswith('/') else f'{HOME}/{path}'.split('/'):
        if part == '..':
            del parts[-1:]
        elif part and part != '.':
            parts.append(part)
    return '/' + '/'.join(parts)


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    convert = getattr(type(path), '__fspath__', None)
    if convert is None:
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(path).__name__}')
    return convert(path)


def make_folders(path):
    while path not in folders:
        folders.add(path)
        path = path.rpartition('/')[0] or '/'


def missing(path):
    return FileNotFoundError(2, 'No such file or directory', path)


def random_bytes(start, size):
    return bytes([131 * at + 17 & 255 for at in range(start, start + size)])
