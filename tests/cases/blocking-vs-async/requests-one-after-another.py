# Five blocking downloads: each waits for the one before it.
import time
import requests

start = time.time()
for number in range(1, 6):
    print(f'send {number}')
    response = requests.get(f'https://example.com/page/{number}')
    print(f'receive {number}: {response.status_code}, {len(response.text)} characters')
print(f'took {time.time() - start:.2f} s')
