print('a,b,,c'.split(','), 'a,b,,c'.split(',', 1), 'a,b,,c'.rsplit(',', 1))
print('  a  b c '.split(), '  a  b c '.split(' '), '  a  b c '.split(None, 1), ''.split(), ''.split(','))
print('one\ntwo\r\nthree\n'.splitlines(), 'one\ntwo\n'.splitlines(True), 'a\x0bb\x1cc\u2028d'.splitlines())
print('key=value=x'.partition('='), 'key=value=x'.rpartition('='), 'none'.partition('='), 'none'.rpartition('='))
print('-'.join(['a', 'b', 'c']), ''.join('xyz'), ', '.join(map(str, range(4))), '-'.join('a'), '-'.join([]))
for call in [lambda: 'a'.split(''), lambda: ','.join([1, 2]), lambda: ','.join(5), lambda: 'a'.partition('')]:
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
