# interleave: input=Ada, seed=7, input=36
# interleave: input=
import random

name = input('Name? ')
age = int(input('Age? '))
print(f'\n{name} is {age}, and draws {random.randint(1, 6)}')
print(repr(input('> ')))
try:
    input('> ')
except EOFError as error:
    print('\nEOFError:', error)
