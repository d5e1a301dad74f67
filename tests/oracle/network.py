"""The simulated network: requests, aiohttp, httpx and urllib.request answer after a latency, with made-up bodies.

Rule 8: status 200 after `latency=` seconds; an address that ends in /delay/N takes N seconds, one in /status/N answers
N. The same address always has the same body. Here too are the modules that only change how fast a loop runs (uvloop).
"""
import asyncio
import collections.abc
import http
import io
import json
import re
import sys
import time
import types
import urllib.error

from . import loop as loops

_CONTENT_TYPE = 'text/html; charset=utf-8'
_latency = 0.2


def set_latency(seconds):
    global _latency
    _latency = seconds


class _Answer:
    """What any client gets for an address."""

    def __init__(self, url):
        url = getattr(url, 'full_url', url)
        self.url = re.sub(r'^([a-z]+://[^/?#]+)(?=[?#]|$)', r'\1/', str(url))
        delay, status = re.search(r'/delay/(\d+(?:\.\d+)?)$', self.url), re.search(r'/status/(\d{3})$', self.url)
        self.seconds = float(delay[1]) if delay else _latency
        self.status = int(status[1]) if status else 200
        names_json = 'httpbin' in self.url or 'json' in self.url
        self.text = json.dumps({'url': self.url}) if names_json else f'<html><body>{self.url}</body></html>'
        self.headers = {'Content-Type': _CONTENT_TYPE}

    @property
    def reason(self):
        """In capitals, as httpbin writes it, but for OK."""
        try:
            return http.HTTPStatus(self.status).phrase.upper()
        except ValueError:
            return ''

    def error(self):
        """The text of the exception that requests raises for such a status; None if there is nothing to raise."""
        if self.status < 400:
            return None
        side = 'Client' if self.status < 500 else 'Server'
        return f'{self.status} {side} Error: {self.reason} for url: {self.url}'


def _module(name, shown_module, contents):
    """A module in sys.modules whose classes say that they come from `shown_module`."""
    module = types.ModuleType(name)
    for key, value in contents.items():
        if isinstance(value, type) and value.__module__ == __name__:
            value.__module__, value.__qualname__, value.__name__ = shown_module, key, key
        setattr(module, key, value)
    sys.modules[name] = module
    return module


class _Closing:
    """A session of a blocking client."""

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()

    def close(self):
        pass


def _methods(request):
    """get, post, … for a class, each of which calls `request` with its name."""
    def method(name):
        def send(self, url, **options):
            return request(self, name.upper(), url, **options)
        send.__name__ = name
        return send
    return {name: method(name) for name in ('get', 'post', 'put', 'delete', 'head', 'patch', 'options')}


def _make_requests():
    class Response(_Closing):
        def __init__(self, answer):
            self._answer = answer
            self.url, self.headers, self.text = answer.url, answer.headers, answer.text
            self.status_code, self.reason = answer.status, answer.reason
            self.content, self.encoding = answer.text.encode(), 'utf-8'
            self.ok = answer.status < 400

        def json(self):
            return json.loads(self.text)

        def raise_for_status(self):
            if self._answer.error():
                raise HTTPError(self._answer.error())

        def __repr__(self):
            return f'<Response [{self.status_code}]>'

    class RequestException(IOError):
        pass

    class HTTPError(RequestException):
        pass

    def request(method, url, **options):
        answer = _Answer(url)
        time.sleep(answer.seconds)
        return Response(answer)

    Session = type('Session', (_Closing,), _methods(lambda session, *args, **options: request(*args, **options)))
    functions = {name: (lambda name: lambda url, **options: request(name, url, **options))(name) for name in _methods(None)}
    _module('requests', 'requests', functions | dict(
        Response=Response, RequestException=RequestException, HTTPError=HTTPError, request=request,
        Session=Session, session=Session,
        exceptions=_module('requests.exceptions', 'requests.exceptions', dict(
            RequestException=RequestException, HTTPError=HTTPError))))


def _make_aiohttp():
    class ClientError(Exception):
        pass

    class ClientResponseError(ClientError):
        pass

    class ClientTimeout:
        def __init__(self, total=None, **others):
            self.total = total

    class ClientResponse:
        def __init__(self, answer):
            self._answer = answer
            self.url, self.headers = answer.url, answer.headers
            self.status, self.reason = answer.status, answer.reason
            self.ok = answer.status < 400

        async def text(self, encoding=None):
            return self._answer.text

        async def read(self):
            return self._answer.text.encode()

        async def json(self, **options):
            return json.loads(self._answer.text)

        def raise_for_status(self):
            if not self.ok:
                raise ClientResponseError(f'{self.status}, message={self.reason!r}, url={self.url!r}')

        def release(self):
            pass

        close = release

        async def __aenter__(self):
            return self

        async def __aexit__(self, *exception):
            self.release()

        def __repr__(self):
            return (f'<ClientResponse({self.url}) [{self.status} {self.reason}]>\n'
                    f"<CIMultiDictProxy('Content-Type': '{_CONTENT_TYPE}')>\n")

    class _RequestContextManager(collections.abc.Coroutine):
        """What a request returns: it can be awaited, or entered with `async with`."""

        def __init__(self, coroutine):
            self._coroutine = coroutine
            self.send, self.throw, self.close = coroutine.send, coroutine.throw, coroutine.close

        def __await__(self):
            return self._coroutine.__await__()

        async def __aenter__(self):
            self._response = await self._coroutine
            return self._response

        async def __aexit__(self, *exception):
            self._response.release()

        send = throw = close = None         # every instance has its coroutine's own

    async def _request(session, method, url, **options):
        answer = _Answer(url)
        await asyncio.sleep(answer.seconds)
        return ClientResponse(answer)

    def request(session, method, url, **options):
        return _RequestContextManager(_request(session, method, url, **options))

    class ClientSession:
        def __init__(self, **options):
            self.closed = False

        async def close(self):
            self.closed = True

        async def __aenter__(self):
            return self

        async def __aexit__(self, *exception):
            await self.close()

    ClientSession.request = request
    for name, method in _methods(request).items():
        setattr(ClientSession, name, method)
    _module('aiohttp', 'aiohttp.client', dict(
        ClientSession=ClientSession, ClientResponse=ClientResponse, ClientTimeout=ClientTimeout,
        ClientError=ClientError, ClientResponseError=ClientResponseError))


def _make_httpx():
    class HTTPStatusError(Exception):
        pass

    class Response:
        def __init__(self, answer):
            self._answer = answer
            self.url, self.headers, self.text = answer.url, answer.headers, answer.text
            self.status_code, self.reason_phrase = answer.status, answer.reason
            self.content = answer.text.encode()
            self.is_success, self.is_error = 200 <= answer.status < 300, answer.status >= 400

        def json(self):
            return json.loads(self.text)

        def raise_for_status(self):
            if self.is_error:
                raise HTTPStatusError(self._answer.error())
            return self

        def __repr__(self):
            return f'<Response [{self.status_code} {self.reason_phrase}]>'

    def request(client, method, url, **options):
        answer = _Answer(url)
        time.sleep(answer.seconds)
        return Response(answer)

    async def request_async(client, method, url, **options):
        answer = _Answer(url)
        await asyncio.sleep(answer.seconds)
        return Response(answer)

    class Client(_Closing):
        def __init__(self, **options):
            pass

    class AsyncClient:
        def __init__(self, **options):
            pass

        async def aclose(self):
            pass

        async def __aenter__(self):
            return self

        async def __aexit__(self, *exception):
            await self.aclose()

    for client, send in ((Client, request), (AsyncClient, request_async)):
        client.request = send
        for name, method in _methods(send).items():
            setattr(client, name, method)
    functions = {name: getattr(Client(), name) for name in _methods(None)}
    _module('httpx', 'httpx', functions | dict(
        Client=Client, AsyncClient=AsyncClient, Response=Response, HTTPStatusError=HTTPStatusError))


def _make_urllib_request():
    class HTTPResponse(io.BytesIO):
        def __init__(self, answer):
            super().__init__(answer.text.encode())
            self.url, self.headers = answer.url, answer.headers
            self.status = self.code = answer.status
            self.reason = self.msg = answer.reason

        def getcode(self):
            return self.status

        def geturl(self):
            return self.url

        def info(self):
            return self.headers

    class Request:
        def __init__(self, url, data=None, headers=None, **options):
            self.full_url, self.data, self.headers = url, data, dict(headers or {})

        def add_header(self, key, value):
            self.headers[key] = value

    def urlopen(url, data=None, timeout=None, **options):
        answer = _Answer(url)
        time.sleep(answer.seconds)
        if answer.error():
            raise urllib.error.HTTPError(answer.url, answer.status, answer.reason, answer.headers, io.BytesIO())
        return HTTPResponse(answer)

    module = _module('urllib.request', 'urllib.request', dict(HTTPResponse=HTTPResponse, Request=Request, urlopen=urlopen))
    HTTPResponse.__module__ = 'http.client'
    urllib.request = module


def _make_uvloop():
    policy = asyncio.DefaultEventLoopPolicy
    _module('uvloop', 'uvloop', dict(
        Loop=loops.Loop, new_event_loop=loops.Loop, EventLoopPolicy=policy, run=asyncio.run,
        install=lambda: asyncio.set_event_loop_policy(policy())))


def install():
    for make in (_make_requests, _make_aiohttp, _make_httpx, _make_urllib_request, _make_uvloop):
        make()
