import requests
import time

def download(url, name):
    start = time.time()
    f = None
    try:
        response = requests.get(url)
        response.raise_for_status()
        f = open(f'files/{name}', 'wb')
        f.write(response.content)
        return f'{name}: {response.status_code}'
    except requests.HTTPError as error:
        return f'{name}: {type(error).__name__}'
    finally:
        print(f'{name} took {time.time() - start:.1f} s, file closed: {f.closed if f else None}')
        if f:
            f.close()

print(download('https://example.com/a', 'a.html'))
print(download('https://example.com/status/404', 'b.html'))
print(download('https://example.com/delay/2', 'c.html'))
with open('files/a.html', 'rb') as f:
    print(len(f.read()) > 0)
