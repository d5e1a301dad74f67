def sieve(limit):
    is_prime = [True] * (limit + 1)
    is_prime[0:2] = [False, False]
    for n in range(2, int(limit ** 0.5) + 1):
        if is_prime[n]:
            is_prime[n * n::n] = [False] * len(is_prime[n * n::n])
    return [n for n, prime in enumerate(is_prime) if prime]

def factors(n):
    found, d = [], 2
    while d * d <= n:
        while n % d == 0:
            found.append(d)
            n //= d
        d += 1
    return found + [n] * (n > 1)

def gcd(a, b):
    while b:
        a, b = b, a % b
    return a

primes = sieve(2000)
print(len(primes), primes[:10], primes[-3:], sum(primes))
print(factors(360), factors(97), factors(2 ** 20 - 1), gcd(1071, 462))
print([n for n in range(2, 500) if sum(d for d in range(1, n) if n % d == 0) == n])
print([(a, b, c) for a in range(1, 20) for b in range(a, 20) for c in range(b, 20) if a * a + b * b == c * c])
print([a for a in range(100, 1000) if a == sum(int(d) ** 3 for d in str(a))])
