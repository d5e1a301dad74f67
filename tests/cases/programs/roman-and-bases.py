VALUES = [(1000, 'M'), (900, 'CM'), (500, 'D'), (400, 'CD'), (100, 'C'), (90, 'XC'), (50, 'L'), (40, 'XL'), (10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')]

def to_roman(n):
    if not 0 < n < 4000:
        raise ValueError(f'{n} is not between 1 and 3999')
    text = ''
    for value, letters in VALUES:
        count, n = divmod(n, value)
        text += letters * count
    return text

def from_roman(text):
    values = dict((l, v) for v, l in VALUES if len(l) == 1)
    total = 0
    for a, b in zip(text, text[1:] + ' '):
        total += -values[a] if values.get(b, 0) > values[a] else values[a]
    return total

for n in [1, 4, 9, 14, 40, 90, 400, 1987, 2024, 3999]:
    assert from_roman(to_roman(n)) == n
    print(n, to_roman(n), end='; ')
print()
try:
    to_roman(4000)
except ValueError as error:
    print(error)

def to_base(n, base):
    digits = ''
    while n:
        n, d = divmod(n, base)
        digits = '0123456789abcdefghijklmnopqrstuvwxyz'[d] + digits
    return digits or '0'

print([to_base(255, b) for b in (2, 8, 16, 36)], all(int(to_base(n, 7), 7) == n for n in range(200)), to_base(10 ** 20, 36))
