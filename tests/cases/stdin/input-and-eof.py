# stdin: Ada
# stdin: 36
# stdin:
# stdin:   spaced
name = input('Name? ')
age = int(input('Age? '))
empty = input()
spaced = input('> ')
print(f'\n{name} {age + 1} {empty!r} {spaced!r}')
try:
    input('more? ')
except EOFError as error:
    print('\nEOFError:', error)
import sys
print(repr(sys.stdin.read()), repr(sys.stdin.readline()))
