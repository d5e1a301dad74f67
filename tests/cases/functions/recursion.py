def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

def hanoi(n, a='A', b='B', c='C'):
    if n == 0:
        return 0
    moves = hanoi(n - 1, a, c, b)
    if n > 1:
        print(f'{n}: {a}->{c}', end=' ')
    return moves + 1 + hanoi(n - 1, b, a, c)

def depth(tree):
    return 1 + max(map(depth, tree), default=0)

def permutations(items):
    if not items:
        return [[]]
    return [[x] + rest for i, x in enumerate(items) for rest in permutations(items[:i] + items[i + 1:])]

def ackermann(m, n):
    return n + 1 if m == 0 else ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))

print([fib(n) for n in range(15)])
print(hanoi(4))
print(depth([[], [[], [[]]]]), permutations([1, 2, 3]), ackermann(2, 3))
is_even = lambda n: n == 0 or is_odd(n - 1)
is_odd = lambda n: n != 0 and is_even(n - 1)
print(is_even(100), is_odd(7))

def endless(n):
    return endless(n + 1)

try:
    endless(0)
except RecursionError as error:
    print(error)
