n = 1234567
for spec in ['', 'd', ',', '_', '+', ' ', '010', '<10', '^10', '>10', '*^12,', 'x', 'X', '#x', 'b', '#b', 'o', '#010x', '_b', 'e', '.2f', 'n', 'c', '+,d', '=+12', '%']:
    try:
        print(spec.ljust(6), '|' + format(n if spec != 'c' else 65, spec) + '|')
    except ValueError as error:
        print(spec.ljust(6), error)
for spec in ['', '.2f', '.0f', '10.3f', '<10.1f', '+.1f', 'e', '.3e', 'g', '.3g', '%', '.1%', ',.2f', '010.2f', '_.1f', '#.0f', 'E', 'z.1f']:
    print(spec.ljust(6), '|' + format(1234.5678, spec) + '|', '|' + format(-0.04, spec) + '|')
