import operator
from operator import itemgetter, attrgetter, methodcaller

print(operator.add(2, 3), operator.mul('a', 3), operator.truediv(7, 2), operator.mod(7, 3), operator.neg(5), operator.not_(0), operator.contains([1], 1), operator.getitem({'a': 5}, 'a'), operator.lt(1, 2), operator.concat([1], [2]), operator.xor(5, 1), operator.countOf('banana', 'a'), operator.indexOf('abc', 'c'), operator.index(True), operator.is_(None, None))
rows = [{'n': 'b', 'v': 1}, {'n': 'a', 'v': 2}]
print(sorted(rows, key=itemgetter('n')), itemgetter(1, -1)('abc'), itemgetter(slice(1, 3))('abcd'), list(map(itemgetter(0), ['xy', 'zw'])))
class P:
    def __init__(self, name, age): self.name, self.age = name, age
    def greet(self, word, end='.'): return f'{word} {self.name}{end}'
people = [P('Ada', 36), P('Bob', 25)]
print([p.name for p in sorted(people, key=attrgetter('age'))], attrgetter('name', 'age')(people[0]), attrgetter('name.__class__.__name__')(people[0]), [methodcaller('greet', 'hi', end='!')(p) for p in people], methodcaller('upper')('x'))
d = {'k': 1}
operator.setitem(d, 'j', 2)
operator.delitem(d, 'k')
items = [1]
print(d, operator.iadd(items, [2]), items, operator.matmul.__name__, itemgetter(1), attrgetter('x'), operator.length_hint([1, 2]))
try:
    itemgetter(5)([1])
except IndexError as error:
    print(error)
