def cents(text):
    whole, _, part = text.partition('.')
    if not whole.lstrip('-').isdigit() or len(part) > 2 or part and not part.isdigit():
        raise ValueError(f'not an amount: {text!r}')
    return int(whole) * 100 + int(part.ljust(2, '0') or 0)

def shown(amount):
    return f'{amount // 100:,}.{amount % 100:02}'

basket = [('tea', '2.50', 3), ('cake', '4', 1), ('gift', '1199.99', 1)]
total = 0
for name, price, count in basket:
    line = cents(price) * count
    total += line
    print(f'{count} x {name:<6}{shown(line):>12}')
print(f'{"total":<10}{shown(total):>12}', 0.1 + 0.2 != 0.3, cents('0.10') + cents('0.20') == cents('0.30'))

def change(amount, coins=(5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1)):
    result = {}
    for coin in coins:
        count, amount = divmod(amount, coin)
        if count:
            result[shown(coin)] = count
    return result

print(change(cents('137.89')))
for bad in ['abc', '1.234', '', '1.x']:
    try:
        cents(bad)
    except ValueError as error:
        print(error)
