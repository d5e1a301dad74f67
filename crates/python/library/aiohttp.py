"""The asynchronous HTTP client of the lessons, on the simulated network."""
from asyncio import sleep

from _network import CONTENT_TYPE, Answer, with_methods


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
        return self._answer.json()

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
                f"<CIMultiDictProxy('Content-Type': '{CONTENT_TYPE}')>\n")


class _RequestContextManager:
    """What a request returns: it can be awaited, made a task, or entered with `async with`."""

    def __init__(self, coroutine):
        self._coroutine = coroutine

    def send(self, value):
        return self._coroutine.send(value)

    def throw(self, *exception):
        return self._coroutine.throw(*exception)

    def close(self):
        self._coroutine.close()

    def __await__(self):
        return self._coroutine.__await__()

    async def __aenter__(self):
        self._response = await self._coroutine
        return self._response

    async def __aexit__(self, *exception):
        self._response.release()


async def _request(session, method, url, **options):
    answer = Answer(url)
    await sleep(answer.seconds)
    return ClientResponse(answer)


class ClientSession:
    def __init__(self, **options):
        self.closed = False

    async def close(self):
        self.closed = True

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exception):
        await self.close()


def request(session, method, url, **options):
    return _RequestContextManager(_request(session, method, url, **options))


with_methods(ClientSession, request)
del request
for _class in ClientSession, ClientResponse, ClientTimeout, ClientError, ClientResponseError:
    _class.__module__ = 'aiohttp.client'
