items = [1, 2, 3]
attempts = ['items[3]', 'items[-4]', 'items["1"]', 'items[1.0]', 'items.remove(9)', 'items.index(9)', '[].pop()', 'items.pop(7)',
            'items + (4,)', 'items.append(1, 2)', 'items.push(1)', 'items[5] = 0', 'del items[5]', '[1] < ["a"]', '[1] * 1.5',
            'items()', 'items.sort(len)', 'list(5)', 'items.insert(1)', '{items: 1}', 'items < 5', 'for_ = iter(5)']
for attempt in attempts:
    try:
        exec(attempt)
    except Exception as error:
        print(f'{attempt:16} {type(error).__name__}: {error}')
