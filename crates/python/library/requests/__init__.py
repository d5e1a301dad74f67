"""The blocking HTTP client of the lessons, on the simulated network."""
from time import sleep

from _network import METHODS, Answer, Closing, with_methods
from requests import exceptions
from requests.exceptions import (
    ConnectionError, ConnectTimeout, HTTPError, JSONDecodeError, ReadTimeout, RequestException, Timeout, TooManyRedirects)


class ConnectionError(RequestException):
    pass


class Timeout(RequestException):
    pass


class JSONDecodeError(RequestException, ValueError):
    pass


class _Exceptions:
    RequestException, HTTPError, ConnectionError, Timeout, JSONDecodeError = (
        RequestException, HTTPError, ConnectionError, Timeout, JSONDecodeError)


exceptions = _Exceptions()


class Response(Closing):
    def __init__(self, answer):
        self._answer = answer
        self.url, self.headers, self.text = answer.url, answer.headers, answer.text
        self.status_code, self.reason = answer.status, answer.reason
        self.content, self.encoding = answer.text.encode(), 'utf-8'
        self.ok = answer.status < 400

    def json(self):
        return self._answer.json()

    def raise_for_status(self):
        if self._answer.error():
            raise HTTPError(self._answer.error(), response=self)

    def __repr__(self):
        return f'<Response [{self.status_code}]>'


def request(method, url, **options):
    answer = Answer(url)
    sleep(answer.seconds)
    return Response(answer)


def _named(name):
    return lambda url, **options: request(name, url, **options)


for _name in METHODS:
    globals()[_name] = _named(_name)


class Session(Closing):
    pass


session = with_methods(Session, lambda session, *args, **options: request(*args, **options))
