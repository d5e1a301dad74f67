def run(command):
    match command.split():
        case ['quit']:
            return 'bye'
        case ['go', ('north' | 'south') as direction]:
            return f'going {direction}'
        case ['go', other]:
            return f'cannot go {other}'
        case ['take', *things] if things:
            return f'taking {", ".join(things)}'
        case ['take']:
            return 'take what?'
        case [action, obj]:
            return f'{action} the {obj}'
        case []:
            return 'say something'
        case [_, *args]:
            return f'{len(args)} arguments?'

for command in ['quit', 'go north', 'go up', 'take', 'take lamp sword', 'eat bread', '', 'a b c d', 'jump']:
    print(repr(command), '->', run(command))
match 5:
    case x if x > 10:
        print('big')
    case y:
        print('captured', x, y)
match = {'soft': 'keyword'}
case = 1
print(match['soft'], case)
match (1, 2), {'k': [3]}:
    case (a, b), {'k': [c]}:
        print(a, b, c)
match 'no case fits':
    case 1:
        pass
print('done')
class P:
    pass
try:
    match P():
        case P(1): pass
except TypeError as error:
    print(error)
