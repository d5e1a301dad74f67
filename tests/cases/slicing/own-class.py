class Recorder:
    def __getitem__(self, key):
        return key
    def __setitem__(self, key, value):
        print('set', key, value)
    def __delitem__(self, key):
        print('del', key)

r = Recorder()
print(r[1], r[1:2], r[::3], r[1, 2], r[1:2, ...], r['a':'b'], r[()], r[-1:], r[*[1, 2], 3])
r[1:2] = 'x'
r[0, 1] = 'y'
del r[5:]
r['k'] = r[2:]

class Deck:
    def __init__(self, cards):
        self.cards = cards
    def __len__(self):
        return len(self.cards)
    def __getitem__(self, index):
        return Deck(self.cards[index]) if isinstance(index, slice) else self.cards[index]
    def __repr__(self):
        return f'Deck({self.cards!r})'

deck = Deck('A K Q J'.split())
print(deck[0], deck[-1], deck[1:3], list(deck), 'K' in deck, list(reversed(deck)), deck[::-1])
