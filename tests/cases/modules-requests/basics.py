import requests
import time

start = time.perf_counter()
r = requests.get('https://httpbin.org/get')
print(r, r.status_code, r.ok, r.reason, r.url, type(r.text).__name__, type(r.content).__name__, r.encoding, time.perf_counter() - start)
r = requests.get('https://httpbin.org/delay/3', timeout=10)
print(r.status_code, time.perf_counter() - start)
r = requests.get('https://example.com/status/404')
print(r.status_code, r.ok, bool(r), r.reason)
try:
    r.raise_for_status()
except requests.exceptions.HTTPError as error:
    print(error)
print(requests.post('https://httpbin.org/post', json={'a': 1}).status_code, requests.get('https://example.com').url)
with requests.Session() as s:
    print(s.get('https://example.com/a').status_code)
print(requests.get('https://example.com/a').text == requests.get('https://example.com/a').text, isinstance(requests.HTTPError(), requests.RequestException))
print(requests.get('https://httpbin.org/json').json())
