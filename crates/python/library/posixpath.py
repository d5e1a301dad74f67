"""Paths as text; and which of them are there."""
import _files

sep, altsep, curdir, pardir, extsep, pathsep, defpath, devnull = '/', None, '.', '..', '.', ':', '/bin:/usr/bin', '/dev/null'
_text = _files.fspath


def join(a, *p):
    path = _text(a)
    for part in map(_text, p):
        if part.startswith('/') or not path:
            path = part
        else:
            path += part if path.endswith('/') else '/' + part
    return path


def split(p):
    p = _text(p)
    at = p.rfind('/') + 1
    head = p[:at]
    return head.rstrip('/') or head, p[at:]


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p = _text(p)
    at = p.rfind('.')
    start = p.rfind('/') + 1
    return (p[:at], p[at:]) if at > start and p[start:at].strip('.') else (p, '')


def isabs(s):
    return _text(s).startswith('/')


def normpath(path):
    path = _text(path)
    root = '//' if path.startswith('//') and path[2:3] != '/' else '/' if path.startswith('/') else ''
    parts = []
    for part in path.split('/'):
        if part == '..' and (parts and parts[-1] != '..' or root):
            del parts[-1:]
        elif part not in ('', '.'):
            parts.append(part)
    return root + '/'.join(parts) or '.'


def abspath(path):
    path = _text(path)
    return normpath(path if path.startswith('/') else join(_files.HOME, path))


realpath = abspath


def relpath(path, start='.'):
    here, there = ([part for part in abspath(p).split('/') if part] for p in (start, path))
    same = len(commonprefix([here, there]))
    return '/'.join(['..'] * (len(here) - same) + there[same:]) or '.'


def commonprefix(m):
    if not m:
        return ''
    least, most = min(m), max(m)
    for at, part in enumerate(least):
        if part != most[at]:
            return least[:at]
    return least


def commonpath(paths):
    parts = [[part for part in _text(path).split('/') if part] for path in paths]
    return ('/' if isabs(paths[0]) else '') + '/'.join(commonprefix(parts))


def expanduser(path):
    path = _text(path)
    return _files.HOME + path[1:] if path == '~' or path.startswith('~/') else path


def expandvars(path):
    return _text(path)


def normcase(s):
    return _text(s)


def isfile(path):
    return _files.absolute(path) in _files.files


def isdir(path):
    return _files.absolute(path) in _files.folders


def exists(path):
    return isfile(path) or isdir(path)


lexists = exists


def islink(path):
    return False


def samefile(f1, f2):
    return _files.absolute(f1) == _files.absolute(f2)


def getsize(filename):
    try:
        return len(_files.files[_files.absolute(filename)])
    except KeyError:
        raise _files.missing(_text(filename)) from None
