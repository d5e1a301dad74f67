s = 'spam'
for attempt in ['s[0] = "S"', 'del s[0]', 's.x = 1', 's + 1', '1 + s', 's * "2"', 's[10]', 's["a"]', 's - s', '-s', 's()', 'len(5)']:
    try:
        exec(attempt)
    except Exception as error:
        print(f'{attempt:12} {type(error).__name__}: {error}')
t = s
s += '!'
print(s, t, s * 2, 3 * 'ab', 'ab' * 0, 'ab' * -1)
print('a' < 'b', 'a' < 'B', 'Zebra' < 'apple', 'abc' < 'abd', 'ab' < 'abc', '' < 'a', '10' < '9')
