def describe(value):
    match value:
        case 0 | 1:
            return 'small'
        case -1:
            return 'minus one'
        case True:
            return 'never reached: True == 1'
        case None:
            return 'nothing'
        case 'hi' | 'hello' as word:
            return f'greeting {word}'
        case str(text) if len(text) > 5:
            return f'long {text!r}'
        case str():
            return 'text'
        case int(n) if n < 0:
            return f'negative {n}'
        case int() | float():
            return 'number'
        case []:
            return 'empty sequence'
        case [x]:
            return f'one {x!r}'
        case [x, y]:
            return f'pair {x} {y}'
        case [first, *_, last]:
            return f'{first}..{last}'
        case {'type': 'circle', 'r': r}:
            return f'circle {r}'
        case {'type': kind, **rest}:
            return f'{kind} with {rest}'
        case {}:
            return 'mapping'
        case _:
            return f'other {type(value).__name__}'

for value in [0, 1, -1, True, None, 'hi', 'hello there', 'abc', -5, 2.5, 100, [], (), [1], (1, 2), range(4), [1, [2]],
              {'type': 'circle', 'r': 2}, {'type': 'box', 'w': 1}, {}, {'x': 1}, set(), b'ab', object]:
    print(repr(value)[:30], '->', describe(value))
