s = {3, 1, 2, 3}
s.add(5)
s.add(1)
s.discard(99)
s.remove(3)
print(s, len(s), 2 in s, sorted(s), set(), {1, 'a'} == {'a', 1})
print(set([1, 1, 2]), set('aab') == {'a', 'b'}, {x % 3 for x in range(10)}, type({}))
s.update([7, 8], {9})
print(s, s.pop() in range(10), len(s))
s.clear()
print(s, frozenset([1, 2]), frozenset(), {frozenset([1]): 'ok'})
for attempt in ['{1}.remove(2)', 'set().pop()', '{[1]}', 's[0]', '{1} + {2}', '{{1}}', 'set(5)', 'frozenset([1]).add(2)', '{1} | [2]', 'hash({1})', '{1} < [1]']:
    try:
        eval(attempt)
    except Exception as error:
        print(f'{attempt:22} {type(error).__name__}: {error}')
