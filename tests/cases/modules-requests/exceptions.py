# A bad status becomes an exception, caught by its name in requests.exceptions or by a base class.
import requests

for status in 404, 500:
    response = requests.get(f'https://httpbin.org/status/{status}')
    try:
        response.raise_for_status()
    except requests.exceptions.HTTPError as error:
        print(type(error).__name__, error)
try:
    response.raise_for_status()
except requests.exceptions.RequestException as error:
    print(isinstance(error, OSError), isinstance(error, requests.HTTPError))
