print()
print('a', 'b', 3, None, sep=', ')
print('no newline', end='')
print(' | next', end='\n\n')
print('x', 'y', sep='', end='!\n')
print(*range(5), sep=' < ')
print('tab\there', 'new\nline', r'raw\n', 'uni\u00e9', sep='\n')
print([1, 'two', 3.0], (1,), {'k': None}, {1}, sep=' ; ')
import sys
print('to stderr', file=sys.stderr)
print('flushed', flush=True)
sys.stdout.write('written\n')
print(sys.stdout.write('count\n'))
print('', end='')
print(print('inner'))
for bad in [lambda: print('a', sep=1), lambda: print('a', end=0), lambda: print('a', color='red'), lambda: print('a', file=5)]:
    try:
        bad()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print('中文', '😀', 'ñ', sep='-')
print('last line without newline', end='')
