def price(items, tax):
    return sum(items) * tax + "fee"

def total():
    return 1 + price([1, 2],
                     tax=2) + 3

print('start')
total()
