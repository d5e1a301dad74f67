def area(shape):
    match shape:
        case {'r': r}:
            return 3 * r ** 2
        case [w, h] if w > h:
            return w * h
    raise TypeError(f'no area for {shape!r}')

print(area({'r': 2}), area([3, 2]))
area([1, 'x'])
