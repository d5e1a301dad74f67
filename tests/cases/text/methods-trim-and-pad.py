s = '  spaced\t\n'
print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()))
print('xxhixyx'.strip('xy'), 'www.example.com'.strip('cmowz.'), '...a...'.lstrip('.'), '...a...'.rstrip('.'))
print('[' + 'hi'.ljust(6) + ']', '[' + 'hi'.rjust(6, '.') + ']', '[' + 'hi'.center(7, '*') + ']', '[' + 'hi'.center(6) + ']')
print('abc'.center(6, '*'), 'abcd'.center(7, '*'), '42'.zfill(5), '-42'.zfill(5), '+4'.zfill(4), 'abc'.zfill(2))
print('a\tb\tccc\td'.expandtabs(4), 'tab\t|'.expandtabs(), '中文'.ljust(4, '。') + '|')
try:
    'a'.ljust(5, 'xx')
except TypeError as error:
    print(error)
