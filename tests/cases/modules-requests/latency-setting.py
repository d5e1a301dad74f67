# interleave: latency=0.5
import requests
import time

urls = [f'https://example.com/{n}' for n in range(4)]
start = time.time()
for url in urls:
    print('send', url)
    response = requests.get(url)
    print('receive', response.status_code)
print(f'{time.time() - start:.2f} seconds')
