table = str.maketrans('abc', 'xyz')
print('aabbcc d'.translate(table), table)
print('hello'.translate(str.maketrans({'l': 'L', 'o': None, 'h': '<h>'})))
print('a-b_c'.translate(str.maketrans('', '', '-_')), str.maketrans('a', 'b', 'c'))

def rot13(text):
    lower = 'abcdefghijklmnopqrstuvwxyz'
    shifted = lower[13:] + lower[:13]
    return text.translate(str.maketrans(lower + lower.upper(), shifted + shifted.upper()))

print(rot13('Hello, World!'), rot13(rot13('Hello, World!')))
try:
    str.maketrans('ab', 'c')
except ValueError as error:
    print(error)
