# text processing
text = """The quick brown fox
jumps over the lazy dog.

The end, said the "fox"; it's fine\t- really!"""
words = text.lower().split()
from collections import Counter, defaultdict, OrderedDict, deque, namedtuple, ChainMap
c = Counter(words)
print(c, c.most_common(2), c['zzz'], sum(c.values()), c.total())
print(Counter('hello') - Counter('lo'), Counter(a=1) + Counter(a=2, b=3), Counter('aab') & Counter('ab'), Counter('a') | Counter('b'))
c.update(['the']); c.subtract({'fox': 1}); print(c['the'], list(c.elements())[:3], dict(c.most_common()[:-3:-1]))
g = defaultdict(list)
for w in words: g[len(w)].append(w)
print(g, dict(g), g.default_factory)
print(OrderedDict(a=1, b=2), OrderedDict([('x', 1)]).popitem(), repr(deque([1, 2], maxlen=3)))
P = namedtuple('P', 'x y', defaults=[0]); p = P(1); print(p, p._replace(y=5), p._asdict(), P._fields, p == (1, 0), p[0], *p)
try: P()
except TypeError as e: print(e)
try: P(1, 2, 3)
except TypeError as e: print(e)
try: p.x = 2
except AttributeError as e: print(e)
print(ChainMap({'a': 1}, {'b': 2}), text.splitlines(), text.title(), text.count('the'), text.find('fox', 20))
print('%-10s|%5d|%.3f' % ('ab', 42, 3.14159), f'{"x":>5}{3.14159:8.2f}{42:05d}{1e6:,.0f}{0.5:.1%}', f'{words[0]!r:^9}', f'{3=}', f'{len(words)=:>5}')
name, width = 'zoë', 10
print(f'{name:{width}}|{name:>{width}}|{name.upper():*^{width}}|{name!a}', 'ß'.upper(), 'İ'.lower(), 'ǆ'.title())
print('a,b,,c'.split(','), 'a b  c'.split(' '), ' a b '.split(), 'a-b-c'.rsplit('-', 1), 'abc'.partition('b'), 'k=v=w'.partition('='), '\n'.join(['x', 'y']))
print('abc'.zfill(5), '-5'.zfill(4), 'abc'.ljust(5, '.'), 'Hello'.swapcase(), 'x'.isalpha(), '²'.isdigit(), '½'.isnumeric(), 'a1'.isalnum(), ''.isalpha(), 'tab\there'.expandtabs(4))
print('hello'[::-1], 'hello'[1:3], 'hello'[-3:], 'hello'[10:], 'hello' * 2, 'ell' in 'hello', 'b' > 'a', 'Z' < 'a', sorted('hello'), set('a'), list('abc'), min('hello'), ''.join(reversed('abc')))
print(repr('it\'s'), repr("a\"b'c"), '\u00e9', 'a\\n', r'a\n', b'bytes', bytes('é', 'utf8'), ord('a'), chr(8364), ascii('é'), '\x41', '\0'.__repr__(), 'a\
b')
import string, textwrap
print(string.ascii_lowercase, string.digits, string.punctuation, string.capwords('a b'), string.Template('$x is ${y}').substitute(x=1, y=2))
print(textwrap.fill('The quick brown fox jumps over the lazy dog', 20)); print(textwrap.dedent('  a\n    b'), textwrap.shorten('hello wonderful world', 12), textwrap.indent('a\nb', '> '))
