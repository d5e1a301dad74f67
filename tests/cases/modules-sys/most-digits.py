import sys

print(sys.get_int_max_str_digits())
big = 10 ** 5000
try:
    print(big)
except ValueError as error:
    print(error)
sys.set_int_max_str_digits(6000)
print(len(str(big)), sys.get_int_max_str_digits(), sys.flags.int_max_str_digits)
print(int('7' * 5000) % 1000)
try:
    int('7' * 6001)
except ValueError as error:
    print(error)
sys.set_int_max_str_digits(maxdigits=640)
try:
    print(10 ** 640)
except ValueError as error:
    print(error)
for wrong in (639, -1, 'many', 2.5, None, 1 << 70):
    try:
        sys.set_int_max_str_digits(wrong)
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
try:
    sys.set_int_max_str_digits()
except TypeError as error:
    print(error)
sys.set_int_max_str_digits(True + 699)
sys.set_int_max_str_digits(0)
print(len(str(3 ** 20000)), sys.get_int_max_str_digits())
print(f'{10 ** 5000:d}'[-3:], len('%d' % 10 ** 5000), len(repr(10 ** 5000)))
