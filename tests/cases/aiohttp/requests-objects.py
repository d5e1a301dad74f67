# The blocking sister: what a response of requests has.
import requests

response = requests.get('https://httpbin.org/get')
print(response, response.status_code, response.ok, response.url)
print(type(response.text).__name__, type(response.content).__name__, len(response.content))
print(response.json())
with requests.Session() as session:
    print(session.get('https://httpbin.org/status/404'))
    try:
        session.get('https://httpbin.org/status/500').raise_for_status()
    except requests.HTTPError as error:
        print(error)
