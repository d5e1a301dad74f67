print('{} {} {}'.format(1, 'two', 3.0), '{0} {1} {0}'.format('a', 'b'), '{x}-{y}'.format(x=1, y=2))
print('{0[1]} {0[0]} {1[key]} {2.real}'.format(['a', 'b'], {'key': 'v'}, 5))
print('{!r} {!s} {!a}'.format('é', 'é', 'é'), '{:>{}}|{:^{w}.{p}f}'.format('x', 5, 3.14159, w=9, p=2))
print('{{}} {{{}}}'.format(1), '{:%}'.format(0.5), '{:,}'.format(10 ** 9), '{:>8}'.format('中'))
for template, args in [('{} {}', (1,)), ('{a}', ()), ('{0} {}', (1, 2)), ('{', ()), ('}', ()), ('{0.x}', (1,)), ('{0[9]}', ([1],)), ('{!x}', (1,)), ('{:d}', ('a',))]:
    try:
        print(template.format(*args))
    except Exception as error:
        print(template, type(error).__name__, error)
print('{a} {b}'.format_map({'a': 1, 'b': 2}))
