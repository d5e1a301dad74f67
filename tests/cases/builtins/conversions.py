print(list('abc'), tuple([1, 2]), set([1]), dict([('a', 1)]), str([1]), int('5') + float('2.5'), bool('0'), list({'a': 1}), tuple({'a': 1}.items()), list(b'ab'))
print(str(), int(), float(), bool(), list(), tuple(), dict(), set(), bytes(), frozenset(), complex() == 0)
print(int(2.9), int('  7\n'), float('1e3'), str(1e10), str(1e16), str(10 ** 20), int('-0'), str(True), int(True), str(b'x', 'utf-8'), str(object)[:7])
print([int(d) for d in str(2 ** 40)], sum(map(int, '12345')), ''.join(map(chr, [72, 105])), list(map(float, '1 2.5'.split())), dict(zip('ab', map(int, '12'))))
print('5' * 3, [0] * 2, (1,) * 2, '5' + str(5), 5 + int('5'), 'abc'[int('1')], ['a', 'b'][bool(1)], {True: 'yes'}[1])
class Meters:
    def __init__(self, n): self.n = n
    def __int__(self): return int(self.n)
    def __float__(self): return float(self.n)
    def __str__(self): return f'{self.n} m'
    def __iter__(self): return iter(str(self.n))
    def __bytes__(self): return b'm'
    def __complex__(self): return complex(self.n)
m = Meters(12.5)
print(int(m), float(m), str(m), list(m), bytes(m), tuple(m))
for bad in [lambda: int('abc'), lambda: float('x'), lambda: list(5), lambda: dict('ab'), lambda: int([]), lambda: tuple(1), lambda: '5' + 5, lambda: 5 + '5', lambda: [] + (), lambda: int(None)]:
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
