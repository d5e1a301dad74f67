from urllib.request import urlopen, Request
from urllib.parse import urlparse, urlencode, quote, unquote, urljoin, parse_qs
from urllib.error import HTTPError
import time

with urlopen('https://example.com/a') as response:
    body = response.read()
    print(response.status, type(body).__name__, len(body) > 0, response.getcode(), time.perf_counter())
try:
    urlopen('https://example.com/status/404')
except HTTPError as error:
    print(error, error.code)
print(urlopen(Request('https://example.com/b', headers={'User-Agent': 'x'})).status)
u = urlparse('https://user@example.com:8080/a/b;p?q=1&r=2#frag')
print(u.scheme, u.netloc, u.hostname, u.port, u.path, u.query, u.fragment, u.geturl())
print(urlencode({'a': 'x y', 'b': 'é&'}), quote('a b/é'), unquote('a%20b%2F'), urljoin('http://x.com/a/b', '../c'), parse_qs('a=1&b=2&a=3'), u)
