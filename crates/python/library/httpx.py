"""The HTTP client with a blocking and an asynchronous face, on the simulated network."""
from _network import METHODS, Answer, Closing, with_methods


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
        return self._answer.json()

    def raise_for_status(self):
        if self.is_error:
            raise HTTPStatusError(self._answer.error())
        return self

    def __repr__(self):
        return f'<Response [{self.status_code} {self.reason_phrase}]>'


def _request(client, method, url, **options):
    from time import sleep
    answer = Answer(url)
    sleep(answer.seconds)
    return Response(answer)


async def _request_async(client, method, url, **options):
    from asyncio import sleep
    answer = Answer(url)
    await sleep(answer.seconds)
    return Response(answer)


class Client(Closing):
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


with_methods(Client, _request)
with_methods(AsyncClient, _request_async)
_client = Client()
for _name in METHODS:
    globals()[_name] = getattr(_client, _name)
