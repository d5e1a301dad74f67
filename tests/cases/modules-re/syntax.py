import re

tests = [(r'a.c', 'abc a\nc'), (r'^ab', 'abab'), (r'ab$', 'abab'), (r'a*?b', 'aab'), (r'<.*>', '<a><b>'), (r'<.*?>', '<a><b>'), (r'\d{2,3}', '1 12 1234'), (r'[^aeiou\s]+', 'hello you'),
         (r'(?i)HELLO', 'say Hello'), (r'colou?r', 'color colour'), (r'cat|dog', 'hotdog'), (r'(?:ab)+', 'ababab'), (r'(a|b)\1', 'abba'), (r'foo(?=bar)', 'foobar'), (r'foo(?!bar)', 'foobaz'), (r'(?<=\$)\d+', 'cost $42'),
         (r'(?<!x)y', 'xy zy'), (r'\bword\b', 'sword word'), (r'[a-f0-9]+', 'xyz beef12'), (r'\w+\s\w+', '中文 字'), (r'(?s)a.b', 'a\nb'), (r'(?x) a  b # comment', 'ab'), (r'\.', 'a.b'), (r'[\]\-\\]', 'x-'), (r'a{2}', 'aaa'), (r'(?P<q>["\']).*?(?P=q)', 'say "hi" now'), (r'\Aabc\Z', 'abc'), (r'x(?:y(z)?)?', 'xy')]
for pattern, text in tests:
    m = re.search(pattern, text)
    print(f'{pattern:26} {text!r:16} {m and m.group()!r} {m and m.groups()}')
for bad in ['(', '[a', '*a', 'a**', '(?P<1>x)', '\\', ')', 'a{3,1}', '(?<=a*)b', '(?P<n>a)(?P<n>b)', '[z-a]', '\\1', '(?z)', '(?P=x)', '\\q']:
    try:
        print(re.compile(bad))
    except re.error as error:
        print(repr(bad), error, error.pos)
try:
    re.search('a', 5)
except TypeError as error:
    print(error)
try:
    re.search('a', b'a')
except TypeError as error:
    print(error)
