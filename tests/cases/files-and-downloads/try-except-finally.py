# A blocking download with try, except, else and finally.
import requests

def download(url):
    print('downloading', url)
    try:
        response = requests.get(url)
        response.raise_for_status()
    except requests.HTTPError as error:
        print('error:', error)
    else:
        print('ok', response.status_code)
    finally:
        print('finished')

download('https://example.com/')
download('https://httpbin.org/status/404')
