prices = {'tea': '2.50', 'cake': 'free', 'milk': None}

def price(name):
    try:
        return float(prices[name])
    except KeyError:
        return f'no {name}'
    except (TypeError, ValueError) as error:
        return f'{type(error).__name__}: {error}'

for name in ['tea', 'cake', 'milk', 'rice']:
    print(name, '->', price(name))

def divide(a, b):
    if b == 0:
        raise ZeroDivisionError('not by zero, please')
    return a / b

for a, b in [(6, 3), (1, 0), ('a', 2)]:
    try:
        result = divide(a, b)
    except ZeroDivisionError as error:
        print('Error:', error)
    except Exception as error:
        print(f'{error.__class__.__name__}: {error}')
    else:
        print(result)
    finally:
        print('--')

def retry(times, action):
    for attempt in range(1, times + 1):
        try:
            return action(attempt)
        except ConnectionError as error:
            print(f'attempt {attempt}: {error!r}')
    raise TimeoutError(f'gave up after {times}')

def flaky(attempt):
    if attempt < 3:
        raise ConnectionError('lost')
    return f'got it at {attempt}'

print(retry(5, flaky))
try:
    retry(2, flaky)
except TimeoutError as error:
    print(error, error.__context__)
