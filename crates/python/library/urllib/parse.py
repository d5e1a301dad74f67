"""Addresses taken apart and put together."""
from collections import namedtuple

_SAFE = frozenset(b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~')
_LETTERS = frozenset('abcdefghijklmnopqrstuvwxyz0123456789+-.')


class _Place:
    __slots__ = ()

    def _host(self):
        return self.netloc.rpartition('@')[2]

    @property
    def username(self):
        user, found, _ = self.netloc.rpartition('@')
        return user.partition(':')[0] if found else None

    @property
    def password(self):
        user = self.netloc.rpartition('@')[0]
        return user.partition(':')[2] if ':' in user else None

    @property
    def hostname(self):
        host = self._host()
        host = host[1:].partition(']')[0] if host.startswith('[') else host.partition(':')[0]
        return host.lower() or None

    @property
    def port(self):
        port = self._host().rpartition(']')[2].partition(':')[2]
        if not port:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f'Port could not be cast to integer value as {port!r}')
        if int(port) > 65535:
            raise ValueError('Port out of range 0-65535')
        return int(port)


class SplitResult(_Place, namedtuple('SplitResult', 'scheme netloc path query fragment')):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_Place, namedtuple('ParseResult', 'scheme netloc path params query fragment')):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


def urlsplit(url, scheme='', allow_fragments=True):
    netloc = query = fragment = ''
    head, found, rest = url.partition(':')
    if found and head[:1].isalpha() and head.isascii() and all(char in _LETTERS for char in head.lower()):
        scheme, url = head.lower(), rest
    if url.startswith('//'):
        end = min([at for at in (url.find(char, 2) for char in '/?#') if at >= 0], default=len(url))
        netloc, url = url[2:end], url[end:]
    if allow_fragments:
        url, _, fragment = url.partition('#')
    url, _, query = url.partition('?')
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme='', allow_fragments=True):
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    folder, slash, last = path.rpartition('/')
    last, _, params = last.partition(';')
    return ParseResult(scheme, netloc, folder + slash + last, params, query, fragment)


def urlunsplit(parts):
    scheme, netloc, url, query, fragment = parts
    if netloc:
        url = f'//{netloc}' + ('/' if url and url[0] != '/' else '') + url
    if scheme:
        url = f'{scheme}:{url}'
    return url + (f'?{query}' if query else '') + (f'#{fragment}' if fragment else '')


def urlunparse(parts):
    scheme, netloc, url, params, query, fragment = parts
    return urlunsplit((scheme, netloc, f'{url};{params}' if params else url, query, fragment))


def urljoin(base, url, allow_fragments=True):
    if not base or not url:
        return url or base
    here = urlsplit(base, '', allow_fragments)
    there = urlsplit(url, here.scheme, allow_fragments)
    if there.scheme != here.scheme:
        return url
    if there.netloc:
        return urlunsplit(there)
    if not there.path:
        return urlunsplit((here.scheme, here.netloc, here.path, there.query or here.query, there.fragment))
    folder = [] if there.path.startswith('/') else here.path.split('/')[:-1]
    whole = (folder + there.path.split('/')) if folder or here.netloc == '' else there.path.split('/')
    if not there.path.startswith('/') and not folder and here.netloc:
        whole = [''] + whole
    path = []
    for part in whole:
        if part == '..':
            if len(path) > 1:
                path.pop()
        elif part != '.':
            path.append(part)
    if whole[-1] in ('.', '..'):
        path.append('')
    return urlunsplit((there.scheme, here.netloc, '/'.join(path) or '/', there.query, there.fragment))


def quote(string, safe='/', encoding=None, errors=None):
    if isinstance(string, str):
        string = string.encode(encoding or 'utf-8', errors or 'strict')
    return quote_from_bytes(string, safe)


def quote_from_bytes(bs, safe='/'):
    keep = _SAFE | frozenset(safe.encode('ascii', 'ignore') if isinstance(safe, str) else safe)
    return ''.join([chr(byte) if byte in keep else f'%{byte:02X}' for byte in bs])


def quote_plus(string, safe='', encoding=None, errors=None):
    return quote(string, (safe if isinstance(safe, str) else safe.decode()) + ' ', encoding, errors).replace(' ', '+')


def unquote_to_bytes(string):
    if isinstance(string, str):
        string = string.encode()
    first, *parts = string.split(b'%')
    made = [first]
    for part in parts:
        try:
            made += bytes([int(part[:2], 16)]) if len(part) > 1 else int('x'), part[2:]
        except ValueError:
            made += b'%', part
    return b''.join(made)


def unquote(string, encoding='utf-8', errors='replace'):
    return unquote_to_bytes(string).decode(encoding, errors) if '%' in string else string


def unquote_plus(string, encoding='utf-8', errors='replace'):
    return unquote(string.replace('+', ' '), encoding, errors)


def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
    def quoted(value):
        return quote_via(value if isinstance(value, bytes) else str(value), safe)
    pairs = []
    for key, value in query.items() if hasattr(query, 'items') else query:
        several = doseq and not isinstance(value, (str, bytes)) and hasattr(value, '__len__')
        for one in value if several else (value,):
            pairs.append(f'{quoted(key)}={quoted(one)}')
    return '&'.join(pairs)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace',
              max_num_fields=None, separator='&'):
    pairs = []
    for item in qs.split(separator):
        name, found, value = item.partition('=')
        if not found and strict_parsing:
            raise ValueError(f'bad query field: {item!r}')
        if item and (value or keep_blank_values):
            pairs.append((unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)))
    return pairs


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace',
             max_num_fields=None, separator='&'):
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        found.setdefault(name, []).append(value)
    return found
