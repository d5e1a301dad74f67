from functools import total_ordering

class Money:
    def __init__(self, amount):
        self.amount = amount
    def __eq__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return self.amount == other.amount
    def __lt__(self, other):
        return self.amount < other.amount
    def __hash__(self):
        return hash(self.amount)
    def __repr__(self):
        return f'${self.amount}'

a, b, c = Money(5), Money(5), Money(7)
print(a == b, a is b, a != c, a < c, c > a, a == 5, a != 5, len({a, b, c}), {a: 1}[b], sorted([c, a]), a in [b], [a, c].index(Money(7)))
try:
    a <= c
except TypeError as error:
    print(error)
Money = total_ordering(Money)
print(a <= c, a >= b, Money(9) > c, min(c, a), [a] < [c], (a, 1) < (b, 2))

class Weird:
    def __eq__(self, other):
        return 'not a bool'
print(Weird() == 1, Weird() != 1, 1 == Weird(), [Weird()] == [1], Weird() in [3])
class Same:
    def __eq__(self, other): raise ValueError('compared')
s = Same()
print(s in [s], [s] == [s], [1, s].index(s) if False else 'identity first')
try:
    s == s
except ValueError as error:
    print(error)
