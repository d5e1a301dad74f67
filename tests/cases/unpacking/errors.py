attempts = ['a, b = 1, 2, 3', 'a, b, c = 1, 2', 'a, b = 5', 'a, *b, c = [1]', 'a, b = "xyz"', 'a, b = {1: 2}', '(a, b), c = 1, 2', 'a, b = None',
            'for a, b in [(1, 2, 3)]: pass', '[*5]', '{**[1]}', 'print(*None)', 'a, b = (x for x in range(3))', 'dict(**{"a": 1}, a=2)', 'a, b = []', 'for k, v in {"one": 1}: pass']
for attempt in attempts:
    try:
        exec(attempt)
    except Exception as error:
        print(f'{attempt:32} {type(error).__name__}: {error}')
