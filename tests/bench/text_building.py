"""Texts: put together, formatted, split, searched."""
SIZE = 200_000


def build():
    lines = []
    for n in range(SIZE):
        lines.append(f'{n:06d} {n / 7:.3f} {"tea" if n % 2 else "coffee":>8}')
    text = '\n'.join(lines)
    words = 0
    for line in text.split('\n'):
        number, ratio, drink = line.split()
        words += len(drink) + number.count('7')
        if ratio.startswith('1'):
            words += 1
    whole = ''
    for n in range(SIZE):
        whole += str(n)
    return len(text), words, len(whole), whole.find('99999'), '%d-%s' % (words, drink.upper())


print(build())
