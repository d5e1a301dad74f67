from collections import Counter, defaultdict

c = Counter('mississippi')
print(c, c.most_common(2), c['s'], c['z'], sum(c.values()), c.total(), list(c.elements())[:4])
d = Counter(s=1, x=2)
print(c + d, c - d, c & d, c | d, +Counter(a=-1, b=1), -Counter(a=-1))
c.update('sss')
c.subtract({'m': 5})
print(c, c.most_common()[-1], Counter([1, 1, 2]) == Counter({1: 2, 2: 1}), Counter(a=1) <= Counter(a=2), dict(Counter('aab')))
del c['i']
print(c, Counter(), Counter(['x']).pop('x'))

groups = defaultdict(list)
for word in 'apple avocado banana blueberry cherry'.split():
    groups[word[0]].append(word)
print(groups, dict(groups), groups['z'], len(groups), groups.get('q'), 'q' in groups)
counts = defaultdict(int, start=5)
counts['a'] += 1
print(counts, counts.default_factory, defaultdict(lambda: 'n/a')['k'], defaultdict(None))
try:
    defaultdict(None)['x']
except KeyError as error:
    print(repr(error))
try:
    defaultdict(5)
except TypeError as error:
    print(error)
tree = lambda: defaultdict(tree)
t = tree()
t['a']['b']['c'] = 1
print(t['a']['b']['c'], list(t), sorted(groups, reverse=True))
