def log(x):
    print('log', x)
    return x

print([log(a) + log(b) for a in log([1, 2]) for b in log([10])])
g = (log(n) for n in log([1, 2, 3]))
print('made')
print(next(g), next(g))
print({log('k' + str(n)): log(n) for n in range(2)})
try:
    (n for n in 5)
except TypeError as error:
    print(error)
try:
    [10 // n for n in (2, 1, 0)]
except ZeroDivisionError as error:
    print(error)
print(list(zip(range(3), (c for c in 'ab'))), [*(n for n in 'xy')], ''.join(c for c in 'abc' if c != 'b'))
print(type(g), next((n for n in [1, 3] if n % 2 == 0), 'none'))
