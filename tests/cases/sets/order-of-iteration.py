# Small ints and strings of a fixed hash seed: the table decides.
print({5, 3, 8, 1}, {10, 20, 30, 40, 50}, {-1, -2, 0}, {100, 1, 50, 7, 33})
print({'apple', 'banana', 'cherry'}, set('hello world'), {'a', 1, None, 2.5, (1, 2)})
s = set()
for n in [16, 8, 24, 0, 32, 4]:
    s.add(n)
    print(s)
s.remove(8)
s.add(40)
print(s, set(range(20, 10, -1)), {x * 7 % 31 for x in range(12)})
print({1.5, 2, 2.25, -3.75}, {True, 2, 0.0}, frozenset('python'), {b'x', b'y', 'x'})
print(set('abc') | set('cde'), set('abcdef') - set('ace'), list({'one', 'two', 'three', 'four', 'five', 'six', 'seven'}))
print([hash(x) for x in ('a', '', 'hello', '中', 1, -1, 2.5, (), (1, 'a'), None, True, b'a')])
