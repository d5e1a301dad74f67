# lists, dicts, sets
l = [3, 1, 2]; l.append(4); l.extend([5, 6]); l.insert(0, 0); l += [7]; print(l, l.pop(), l.pop(0), l.index(2), l.count(1), l.sort(), l, l.reverse(), l, l[::2], l[-2:], l[1:3], len(l), l * 2, [0] * 3, l == l[:], l is l[:], sum(l), sorted(l, reverse=True), 5 in l)
l[1:3] = ['a', 'b', 'c']; del l[0]; l[::2] = [0] * len(l[::2]); print(l); l.remove('b') if 'b' in l else None; l.clear(); print(l, bool(l))
m = [[0] * 2] * 2; m[0][0] = 1; print(m, [list(r) for r in zip(*[[1, 2], [3, 4]])], [x for r in m for x in r], sorted(['b', 'A', 'c'], key=str.lower), sorted([(2, 'a'), (1, 'b')]), max(['aa', 'b'], key=len), min({'x': 2, 'y': 1}.items(), key=lambda kv: kv[1]))
r = [1]; r.append(r); print(r); dd = {}; dd['d'] = dd; print(dd)
d = {'a': 1, 'b': 2}; d['c'] = 3; print(d, d.get('z'), d.get('z', 0), d.keys(), d.values(), d.items(), d.pop('a'), d.setdefault('q', []), d.update(x=1), d, 'b' in d, len(d), list(d), d | {'b': 5}, dict.fromkeys('ab', 0), d.popitem(), {v: k for k, v in d.items() if not isinstance(v, list)}, sorted(d), list(reversed(d)), d.copy() == d, d.items() & {('b', 2)}, d.keys() | {'zz'} == set(d) | {'zz'})
for k in d:
    try:
        d['new' + k] = 1
    except Exception as e: print(e)
    if len(d) > 20: break
    break
try:
    for k in d: d[k + '!'] = 1
except RuntimeError as e: print(e)
try:
    for k in d: del d[k]
except RuntimeError as e: print(e)
try:
    s = {1}
    for x in s: s.add(x + 1)
except RuntimeError as e: print(e)
a, b = {1, 2, 3}, {3, 4}; print(a | b, a & b, a - b, a ^ b, a <= {1, 2, 3, 4}, a.isdisjoint(b), a.add(9), a, a.discard(100), a.pop() in (1, 2, 3, 9), set(), {1} == frozenset([1]), frozenset('a'), len({1, 1.0, True}), {1, 'a'} >= {1}, a.union([1], (7,)), a.symmetric_difference([1]), set('hello') == set('olleh'))
try: a.remove(100)
except KeyError as e: print(e, repr(e))
t = (1, 2, 3); x, y, z = t; (p, q), w = (1, 2), 3; i, *j, k = range(5); print(t[0], t + (4,), t * 2, x, y, z, p, q, w, i, j, k, t.index(2), t.count(9), (1), (1,), tuple('ab'), t < (1, 3), hash(t) == hash((1, 2, 3)), t[::-1])
x, y = y, x; print(x, y, *t, sep=', ', end='!\n'); print('a', 'b', sep=''); print(); print(1, None, True, [1, 'a', None], {'k': (1,)}, {1.5}, sep='|')
for bad in ('t[5]', 't.append(1)', 'l[0]', 'd["zz"]', 'x, y, z', 'len(5)', '[1,2].sort(key=5)', '[1,"a"].sort()', 'dict([1])', '{}.x', '[].x', '().x', '{}[[]]', 't["a"]', '[1,2]["a":]', 'sorted(5)', 'list(5)', 'max([])', '[3] < ["a"]', '{} + {}', '[1] + (1,)', '[1] - [1]', '{1} + {2}', '[].pop(1)', '[1].pop("a")', 'range(3)[5]', 'range("a")', '[1].insert()', '[1].index()', 'd.get()', 'd.pop()', 'd.pop("zz")', 'd.update(5)', 'd.update([(1,)])', 'd.setdefault()', 'set(5)', 'a.add()', 'a.add([])', 'a | [1]', 'a.update(5)', 'enumerate()', 'zip(1)', 't = 5', 'lambda', '1 +', 'print(', "'abc", 'a b', '1a', 'if', 'x = = 2', '[1, 2', ')'):
    try: print(eval(bad))
    except BaseException as e: print(bad, '->', type(e).__name__, e)
def mod(l, d): l.append(1); d['k'] = 1; l = []
L, D = [], {}; mod(L, D); print(L, D, id(L) == id(L), L is not D)
t = ([],); 
try: t[0] += [1]
except TypeError as e: print(e, t)
print([1, 2, 3][True], 'abc'[False], {True: 'a', 1: 'b'}, {1: 'a', 1.0: 'b'}, [[]] * 2, ''.join(map(str, [1, 2])), list(range(10, 0, -3)), range(3), range(0, 10, 2)[1:3], len(range(0, 10, 3)), 5 in range(0, 10, 5), range(3) == range(0, 3), slice(1, 2), [1, 2, 3, 4][slice(1, 3)], list(map(int, '123')), dict(zip('ab', [1, 2])), all(map(str.isdigit, '12')))
del t; t
