class Key:
    def __init__(self, n):
        self.n = n
    def __hash__(self):
        print('hash', self.n)
        return self.n % 2
    def __eq__(self, other):
        print('eq', self.n, other.n)
        return self.n == other.n
    def __repr__(self):
        return f'Key({self.n})'

d = {Key(1): 'one', Key(2): 'two'}
print('--- look up')
print(d[Key(1)])
print('--- same hash, not equal')
print(d.get(Key(3)), Key(4) in d)
print('--- store')
d[Key(1)] = 'uno'
print(d)

class NoHash:
    def __eq__(self, other):
        return True

try:
    {NoHash()}
except TypeError as error:
    print(error)
print(NoHash.__hash__, d == {}, {(1, 2): 'tuple', frozenset([1]): 'frozen', None: 'none', 1.5: 'float'})
