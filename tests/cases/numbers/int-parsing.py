print(int('42'), int(' -42 '), int('+7'), int('1_000'))
print(int('ff', 16), int('0xff', 16), int('0b101', 0), int('0o17', 0), int('z', 36), int('777', 8))
print(int(3.7), int(True), int(b'12'), int('٣٤'))
for text, base in [('4.5', 10), ('', 10), ('12a', 10), ('8', 8), ('1__0', 10), ('_1', 10), ('0x', 16)]:
    try:
        print(int(text, base))
    except ValueError as error:
        print('ValueError:', error)
for value in [None, []]:
    try:
        int(value)
    except TypeError as error:
        print('TypeError:', error)
try:
    int('1', 1)
except ValueError as error:
    print(error)
