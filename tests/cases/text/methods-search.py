s = 'the cat sat on the mat'
print(s.find('the'), s.find('the', 1), s.rfind('at'), s.find('dog'), s.index('cat'), s.rindex('t'))
print(s.count('at'), s.count('t', 5, 15), s.count(''), 'aaaa'.count('aa'))
print(s.startswith('the'), s.endswith(('cat', 'mat')), s.startswith('cat', 4), s.startswith(('x', 'y')))
print('cat' in s, 'dog' not in s, '' in s)
try:
    s.index('dog')
except ValueError as error:
    print(error)
print(s.replace('at', 'AT'), s.replace('at', 'AT', 1), 'aaa'.replace('', '-'), 'abc'.replace('b', ''))
print(s.removeprefix('the '), s.removesuffix('mat'), s.removeprefix('cat') == s)
