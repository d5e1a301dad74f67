class Left:
    def __add__(self, other):
        print('Left.__add__')
        return NotImplemented
    def __lt__(self, other):
        print('Left.__lt__')
        return NotImplemented
    def __eq__(self, other):
        print('Left.__eq__')
        return NotImplemented

class Right:
    def __radd__(self, other):
        print('Right.__radd__', type(other).__name__)
        return 'sum'
    def __gt__(self, other):
        print('Right.__gt__')
        return True

print(Left() + Right())
print(Left() < Right())
print(Left() == Right())
print(5 + Right())

class Child(Left):
    def __radd__(self, other):
        print('Child.__radd__ goes first')
        return 'child'

print(Left() + Child())
try:
    Left() + 1
except TypeError as error:
    print(error)
try:
    Left() < 1
except TypeError as error:
    print(error)
class Pow:
    def __rpow__(self, base): return f'{base} to me'
    def __rfloordiv__(self, n): return f'{n} // me'
    def __divmod__(self, n): return 'divmod', n
    def __round__(self, n=None): return 'rounded', n
    def __index__(self): return 2
print(2 ** Pow(), 7 // Pow(), divmod(Pow(), 3), round(Pow()), round(Pow(), 2), [10, 20, 30][Pow()], hex(Pow()), range(Pow()), 'ab' * Pow())
