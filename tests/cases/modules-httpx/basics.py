import httpx
import time

r = httpx.get('https://example.com/page')
print(r, r.status_code, r.url, type(r.text).__name__, time.perf_counter())
with httpx.Client() as client:
    print(client.get('https://httpbin.org/delay/1', timeout=5).status_code, time.perf_counter())
print(httpx.get('https://example.com/status/500').status_code, httpx.get('https://example.com/status/500').is_success)
try:
    httpx.get('https://example.com/status/404').raise_for_status()
except httpx.HTTPStatusError as error:
    print(type(error).__name__, error)
