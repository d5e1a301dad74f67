data = [1, 5, 12, 7]
if (n := len(data)) > 3:
    print(f'{n} is long')
print([y for x in data if (y := x * 2) > 9], y)
i = 10
while (i := i - 3) > 0:
    print(i, end=' ')
print(i)
print((a := 1) + (b := a + 1), a, b)
values = [last := 0, last := last + 1, last + 10]
print(values, last)
def parse(text):
    if not (parts := text.split(':')) or len(parts) < 2:
        return None
    return parts[1]
print(parse('a:b'), parse('a'))
print(any((hit := x) > 10 for x in data), hit)
x = 1, (z := 2)
print(x, z, f'{(w := 3)}', w)
