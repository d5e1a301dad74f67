"""The little of an operating system that the playground has: files in memory, a process that is the only one."""
import sys

import _files
import posixpath as path
from _files import absolute, files, folders, fspath
from posixpath import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep

sys.modules['os.path'] = path
name, linesep = 'posix', '\n'
error = OSError
GenericAlias = type(list[int])
F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
environ = {'HOME': _files.HOME, 'PATH': '/usr/local/bin:/usr/bin:/bin', 'PWD': _files.HOME, 'USER': 'user',
           'LANG': 'C.UTF-8', 'TZ': 'UTC'}


class PathLike:
    __class_getitem__ = classmethod(GenericAlias)

    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, '__fspath__')


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def getpid():
    process = sys.modules.get('multiprocessing.process')
    return process.current_process().pid if process else 4242


def getppid():
    return 4241


def getuid():
    return 1000


def getlogin():
    return 'user'


def getcwd():
    return _files.HOME


def cpu_count():
    return 8


process_cpu_count = cpu_count


def urandom(size):
    from _interleave import urandom
    return urandom(size)


def getloadavg():
    return 0.0, 0.0, 0.0


class uname_result(tuple):
    sysname = property(lambda self: self[0])
    nodename = property(lambda self: self[1])


def uname():
    return uname_result(('Linux', 'interleave', '6', '#1', 'wasm32'))


def _inside(folder):
    start = '/' if folder == '/' else folder + '/'
    return [(found[len(start):], found in folders) for found in (*folders, *files)
            if found.startswith(start) and '/' not in found[len(start):] and found != folder]


def _folder(given):
    folder = absolute(given)
    if folder not in folders:
        raise NotADirectoryError(20, 'Not a directory', given) if folder in files else _files.missing(given)
    return folder


def listdir(path='.'):
    return [entry for entry, _ in _inside(_folder(path))]


class DirEntry:
    def __init__(self, folder, name, is_folder):
        self.name, self.path, self._is_folder = name, path.join(folder, name), is_folder

    def is_dir(self, **options):
        return self._is_folder

    def is_file(self, **options):
        return not self._is_folder

    def is_symlink(self):
        return False

    def stat(self):
        return stat(self.path)

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f'<DirEntry {self.name!r}>'


class _Scan(list):
    def __enter__(self):
        return self

    def __exit__(self, *exception):
        pass


def scandir(path='.'):
    return _Scan(DirEntry(path, entry, is_folder) for entry, is_folder in _inside(_folder(path)))


def walk(top, topdown=True, onerror=None, followlinks=False):
    if not path.isdir(top):
        return
    entries = _inside(absolute(top))
    inner = [entry for entry, is_folder in entries if is_folder]
    here = fspath(top), inner, [entry for entry, is_folder in entries if not is_folder]
    if topdown:
        yield here
    for entry in inner:
        yield from walk(path.join(top, entry), topdown)
    if not topdown:
        yield here


def mkdir(path, mode=0o777):
    folder = absolute(path)
    if folder in folders or folder in files:
        raise FileExistsError(17, 'File exists', path)
    if (folder.rpartition('/')[0] or '/') not in folders:
        raise _files.missing(path)
    folders.add(folder)


def makedirs(name, mode=0o777, exist_ok=False):
    folder = absolute(name)
    if folder in files or folder in folders and not exist_ok:
        raise FileExistsError(17, 'File exists', name)
    _files.make_folders(folder)


def remove(path):
    file = absolute(path)
    if file in folders:
        raise IsADirectoryError(21, 'Is a directory', path)
    if file not in files:
        raise _files.missing(path)
    del files[file]


unlink = remove


def rmdir(path):
    folder = _folder(path)
    if _inside(folder):
        raise OSError(39, 'Directory not empty', path)
    folders.remove(folder)


def removedirs(name):
    rmdir(name)


def rename(src, dst):
    before, after = absolute(src), absolute(dst)
    if before not in files and before not in folders:
        raise FileNotFoundError(2, 'No such file or directory', src, None, dst)
    if before in files:
        files[after] = files.pop(before)
        return
    for old in [old for old in files if old.startswith(before + '/')]:
        files[after + old[len(before):]] = files.pop(old)
    for old in [old for old in folders if old == before or old.startswith(before + '/')]:
        folders.remove(old)
        folders.add(after + old[len(before):])


replace = rename


class stat_result(tuple):
    st_mode = property(lambda self: self[0])
    st_size = property(lambda self: self[6])
    st_atime = st_mtime = st_ctime = property(lambda self: float(self[7]))


def stat(path, **options):
    file = absolute(path)
    if file not in files and file not in folders:
        raise _files.missing(path)
    size = len(files[file]) if file in files else 4096
    return stat_result((0o100644 if file in files else 0o40755, 1, 1, 1, 1000, 1000, size, 1704067200, 1704067200, 1704067200))


def access(path, mode):
    return absolute(path) in files or absolute(path) in folders


def get_terminal_size(fallback=(80, 24)):
    return fallback


def strerror(code):
    return {2: 'No such file or directory', 17: 'File exists'}.get(code, f'Unknown error {code}')


def _exit(status):
    raise SystemExit(status)


def kill(pid, signal, /):
    if pid != getpid():
        raise ProcessLookupError(3, 'No such process')
    if signal:
        from signal import _deliver
        _deliver(signal)


def _refuse(*args, **kwargs):
    raise OSError('the playground has one process and no shell: programs run inside the page')


fork = system = popen = execv = chdir = _refuse
