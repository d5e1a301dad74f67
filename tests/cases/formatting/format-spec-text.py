for spec in ['', '10', '<10', '>10', '^10', '*^11', '.2', '10.2', 's', '-<6', '=^8', '中^9']:
    print(spec.ljust(6), '|' + format('python', spec) + '|')
for value, spec in [('a', 'd'), ('a', '=5'), ('a', '+'), ('a', ','), (1, 's'), (1.5, 'd'), (1.5, 'x'), ([], '5'), (None, '>5'), (1, '.2'), (1, 'zz'), (1.0, '10.'), ('a', '10z')]:
    try:
        print(format(value, spec))
    except (ValueError, TypeError) as error:
        print(repr(value), spec, type(error).__name__, error)
