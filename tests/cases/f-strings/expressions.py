name, n, items = 'Ada', 3, ['x', 'y']
print(f'{name} has {n} item{"s" if n != 1 else ""}: {", ".join(items)}')
print(f'{n + 1} {n ** 2} {items[0]} {items[-1]!r} {len(items)} {name.upper()} {(lambda x: x * 2)(n)}')
print(f'{name!r:>8} {name!s:<5}| {name!a}', f'{n:>{n + 2}} {3.14159:.{n}f} {n:0{n}d}')
print(f'{{literal}} {{{n}}}', f'{n}' f'{name}' ' tail', f"{'nested ' + f'{n} {f"{name}"}'}")
print(f'{n=} {name=} {n + 1 = } {items[0]=!s} {n=:>5} {name = !r:>7}')
print(f'''multi {
    n
    + 1
} line {items}''')
print(f'{[i * i for i in range(4)]} { {"a": 1}["a"] } {*items, n}', f'{"a" if n else "b"}')
print(rf'\n{n}\d', f'\t|\x41{n}', f'{"\n".join(items)}')
