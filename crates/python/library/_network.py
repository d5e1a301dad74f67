"""What any simulated client gets for an address: no packet leaves the page, and the same address answers alike."""
from _interleave import delay_of_address, network_latency

CONTENT_TYPE = 'text/html; charset=utf-8'
METHODS = 'get', 'post', 'put', 'delete', 'head', 'patch', 'options'


def _ending(url, word):
    head, found, tail = url.rpartition(f'/{word}/')
    return tail if found else ''


def _is_number(text):
    whole, dot, part = text.partition('.')
    return whole.isdecimal() and (part.isdecimal() if dot else True)


def _with_root(url):
    """An address without a path has the path `/`."""
    scheme, found, rest = url.partition('://')
    if not found or not scheme.isascii() or not scheme.isalpha() or not scheme.islower():
        return url
    end = min([at for at in map(rest.find, '/?#') if at >= 0], default=len(rest))
    return url if not end or rest[end:end + 1] == '/' else f'{scheme}://{rest[:end]}/{rest[end:]}'


class Answer:
    def __init__(self, url):
        self.url = _with_root(str(getattr(url, 'full_url', url)))
        delay, status = _ending(self.url, 'delay'), _ending(self.url, 'status')
        self.seconds = delay_of_address(delay) if _is_number(delay) else network_latency()
        self.status = int(status) if len(status) == 3 and status.isdecimal() else 200
        if 'httpbin' in self.url or 'json' in self.url:
            from json import dumps
            self.text = dumps({'url': self.url})
        else:
            self.text = f'<html><body>{self.url}</body></html>'
        self.headers = {'Content-Type': CONTENT_TYPE}

    @property
    def reason(self):
        from http import PHRASES
        return PHRASES.get(self.status, '').upper()

    def error(self):
        """What requests says of such a status; None if all is well."""
        if self.status < 400:
            return None
        side = 'Client' if self.status < 500 else 'Server'
        return f'{self.status} {side} Error: {self.reason} for url: {self.url}'

    def json(self, **options):
        from json import loads
        return loads(self.text)


class Closing:
    """What a blocking client has open."""

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()

    def close(self):
        pass


def with_methods(cls, request):
    """Gives a class get, post, … each of which calls `request` with its name."""
    def method(name):
        def send(self, url, **options):
            return request(self, name.upper(), url, **options)
        send.__name__ = name
        return send
    cls.request = request
    for name in METHODS:
        setattr(cls, name, method(name))
    return cls


def beyond(module, name):
    """The error for what a real client has and the simulated one has not."""
    return AttributeError(f'module {module!r} has no attribute {name!r} (the playground simulates only a part of it)')
