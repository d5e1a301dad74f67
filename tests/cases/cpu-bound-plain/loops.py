# Small enough to wait for, large enough to notice.
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

print(fib(20))
print(sum(i * i for i in range(100_000)))
count = 0
for i in range(200_000):
    if i % 3 == 0 or i % 5 == 0:
        count += i
print(count)
longest, start = 0, 0
for n in range(1, 3000):
    m, steps = n, 0
    while m != 1:
        m = m // 2 if m % 2 == 0 else 3 * m + 1
        steps += 1
    if steps > longest:
        longest, start = steps, n
print(longest, start)
text = ''
for i in range(20_000):
    text += chr(97 + i % 26)
print(len(text), text[-5:], len(set(text)))
table = {}
for i in range(50_000):
    table[i * 7919 % 10_007] = i
print(len(table), table[5], sum(table.values()))
