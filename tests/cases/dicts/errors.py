d = {'a': 1}
attempts = ['d["b"]', 'd[0]', 'del d["b"]', 'd.pop("b")', '{}.popitem()', 'd[[1]]', '{{}: 1}', '{(1, []): 2}', 'dict(5)', 'dict([1])', 'dict([(1, 2, 3)])',
            'd.a', 'd + d', 'd < d', 'd.get()', 'd.has_key("a")', 'dict(**{1: 2})', 'd["x"]["y"]', '{**5}', 'd[None]', 'd[("a", "b")]', 'd.update(1)', 'hash(d)', 'dict.fromkeys(5)']
for attempt in attempts:
    try:
        exec(attempt)
    except Exception as error:
        print(f'{attempt:18} {type(error).__name__}: {error}')
