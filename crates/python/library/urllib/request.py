"""The standard library's HTTP client, on the simulated network."""
from io import BytesIO
from time import sleep
from urllib.error import HTTPError

from _network import Answer


class HTTPResponse(BytesIO):
    __module__ = 'http.client'

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
    answer = Answer(url)
    sleep(answer.seconds)
    if answer.error():
        raise HTTPError(answer.url, answer.status, answer.reason, answer.headers, BytesIO())
    return HTTPResponse(answer)
