# A triangle, a table and a banner, as in a first course.
for n in range(1, 5):
    print(' ' * (4 - n) + '*' * (2 * n - 1))
rows = [('apples', 3, 1.25), ('bananas', 12, 0.5), ('kiwi', 100, 0.333)]
print('-' * 24)
for name, count, price in rows:
    print(f'{name:<10}{count:>5}{price:>9.2f}')
print('=' * 24)
print('{:^24}'.format('total'), '|')
print('\n'.join(f'{i} x {j} = {i * j}' for i in range(1, 3) for j in range(1, 3)))
print('tab\tseparated', 'bell' + chr(7) * 0, end='.\n')
