import re

m = re.search(r'(\d+)-(\d+)', 'call 555-1234 now')
print(m, m.group(), m.group(1), m.groups(), m.start(), m.end(), m.span(2), m[0], m[2], bool(m))
print(re.match(r'\w+', 'hello world').group(), re.match(r'world', 'hello world'), re.fullmatch(r'\d+', '123'), re.fullmatch(r'\d+', '123a'))
m = re.search(r'(?P<user>[\w.]+)@(?P<host>\w+\.com)', 'mail ada.l@example.com!')
print(m.groupdict(), m['user'], m.group('host', 'user'), m.lastgroup, m.string[:4], m.re.pattern)
print(re.findall(r'\b\w{3}\b', 'the cat sat down'), re.findall(r'(\w)=(\d)', 'a=1, b=2'), re.findall(r'x*', 'axb'), [m.span() for m in re.finditer('a', 'banana')])
print(re.split(r'[,;]\s*', 'a, b;c,d'), re.split(r'(-)', 'a-b-c'), re.split(r'\s', 'a b c', maxsplit=1), re.split('', 'abc'))
print(re.sub(r'\d', '#', 'a1b22'), re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.sub(r'\d+', lambda m: str(int(m[0]) * 2), 'x1 y20'), re.subn('a', 'b', 'banana', count=2), re.sub(r'(?P<w>\w+)', r'<\g<w>>', 'a b'))
p = re.compile(r'^(\w+)$', re.M | re.I)
print(p.findall('one\nTwo\nno way'), p.pattern, p.flags, p, re.escape('a.b*c [x]'), p.search('x y'))
print(re.search('(a)|(b)', 'b').groups(), re.search('(a)?b', 'b').group(1), re.search('(a)?b', 'b').groups('none'))
