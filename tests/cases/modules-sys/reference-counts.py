# Who holds an object can be counted: each name, each place in a collection, and the call that asks.
import sys


class Thing:
    def method(self):
        pass


def function():
    pass


def counts(value):
    before = sys.getrefcount(value)
    other = value
    inside = [value, value]
    return sys.getrefcount(other) - before, len(inside)


for value in [], {}, {1}, Thing(), function, Thing, (value for value in ()), Thing().method:
    print(type(value).__name__, *counts(value))
for immortal in None, True, 5, "a", ():
    print(repr(immortal), sys.getrefcount(immortal) > 1000)
items = []
print(sys.getrefcount(items))
also = items
print(sys.getrefcount(items))
del also
print(sys.getrefcount(items))
try:
    sys.getrefcount()
except TypeError as error:
    print(error)
