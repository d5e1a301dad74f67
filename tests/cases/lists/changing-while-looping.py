items = [1, 2, 2, 3]
for x in items:
    if x == 2:
        items.remove(x)
print(items)
items = [1, 2, 3]
for x in items:
    if len(items) < 6:
        items.append(x * 10)
print(items)
numbers = {'a': 1, 'b': 2}
try:
    for key in numbers:
        numbers[key + '!'] = 0
except RuntimeError as error:
    print(error)
try:
    for key in numbers:
        del numbers[key]
except RuntimeError as error:
    print(error)
seen = {1, 2}
try:
    for x in seen:
        seen.add(x + 10)
except RuntimeError as error:
    print(error)
numbers = {'a': 1, 'b': 2}
for key in numbers:
    numbers[key] += 1
for key in list(numbers):
    del numbers[key]
print(numbers)
