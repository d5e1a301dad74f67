words = ['banana', 'kiwi', 'apple', 'fig', 'cherry', 'Date']
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, reverse=True))
people = [('Ada', 36), ('Bob', 25), ('Cy', 36), ('Di', 25)]
print(sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: p[1], reverse=True))
print(sorted(people, key=lambda p: (-p[1], p[0])))
people.sort(key=lambda p: p[0], reverse=True)
print(people, people.sort())
print(sorted('hello'), sorted({'b': 1, 'a': 2}), sorted({3, 1, 2}), sorted([True, 0, 2.5, -1]))
print(sorted([[2, 1], [1, 9], [1]]), sorted([(1, 'b'), (1, 'a')]), list(reversed([1, 2, 3])))
from functools import cmp_to_key
print(sorted([5, 3, 10, 1], key=cmp_to_key(lambda a, b: b - a)), sorted(['10', '9', '2'], key=int))
