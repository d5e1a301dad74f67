def memoize(f):
    cache = {}
    def wrapper(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    wrapper.cache = cache
    return wrapper

@memoize
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

print(fib(80), len(fib.cache), fib(100))

def once(f):
    ran, result = False, None
    def wrapper():
        nonlocal ran, result
        if not ran:
            ran, result = True, f()
        return result
    return wrapper

@once
def expensive():
    print('computing')
    return 42

print(expensive(), expensive())

def bank(balance):
    def deposit(x):
        nonlocal balance
        balance += x
        return balance
    def withdraw(x):
        nonlocal balance
        if x > balance:
            raise ValueError(f'only {balance} left')
        balance -= x
        return balance
    return {'deposit': deposit, 'withdraw': withdraw}

account = bank(100)
print(account['deposit'](50), account['withdraw'](120))
try:
    account['withdraw'](31)
except ValueError as error:
    print(error)
