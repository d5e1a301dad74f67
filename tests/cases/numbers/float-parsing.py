for text in ['3.14', ' 2 ', '1e3', '.5', '5.', '-0', '1_000.5', 'Infinity', '-inf', 'NaN']:
    print(repr(text), float(text))
for text in ['', 'abc', '1,5', '1e', '--1', '0x10', '1 2']:
    try:
        print(float(text))
    except ValueError as error:
        print('ValueError:', error)
try:
    float([])
except TypeError as error:
    print('TypeError:', error)
try:
    float('1' * 400 + 'x')
except ValueError as error:
    print(str(error)[:60])
print(float('1' * 400))
