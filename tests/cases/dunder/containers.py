class Shelf:
    def __init__(self, *books):
        self.books = list(books)
    def __len__(self):
        return len(self.books)
    def __getitem__(self, i):
        print('get', i)
        return self.books[i]
    def __setitem__(self, i, book):
        print('set', i)
        self.books[i] = book
    def __delitem__(self, i):
        print('del', i)
        del self.books[i]
    def __contains__(self, book):
        print('contains')
        return book in self.books

s = Shelf('a', 'b', 'c')
print(len(s), s[0], s[-1], 'b' in s, bool(s), bool(Shelf()))
s[1] = 'B'
del s[0]
for book in s:
    print(book)
print(list(s), s.books)
first, second = s
print(first, second, max(s), dict(zip(s, range(2))))
s[0] += '+'
print(list(reversed(s)))

class Old:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError('no more')
        return i * 10

print(list(Old()), 20 in Old(), 5 in Old(), *Old())
try:
    len(Old())
except TypeError as error:
    print(error)
class Bad:
    def __len__(self): return -1
try:
    len(Bad())
except ValueError as error:
    print(error)
