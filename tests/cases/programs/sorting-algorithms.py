def bubble(items):
    items = items[:]
    for end in range(len(items) - 1, 0, -1):
        for i in range(end):
            if items[i] > items[i + 1]:
                items[i], items[i + 1] = items[i + 1], items[i]
    return items

def insertion(items):
    items = items[:]
    for i in range(1, len(items)):
        x, j = items[i], i
        while j and items[j - 1] > x:
            items[j] = items[j - 1]
            j -= 1
        items[j] = x
    return items

def quick(items):
    if len(items) < 2:
        return items
    pivot, *rest = items
    return quick([x for x in rest if x < pivot]) + [pivot] + quick([x for x in rest if x >= pivot])

def merge(items):
    if len(items) < 2:
        return items
    a, b = merge(items[:len(items) // 2]), merge(items[len(items) // 2:])
    out = []
    while a and b:
        out.append((a if a[0] <= b[0] else b).pop(0))
    return out + a + b

import random
random.seed(1)
data = [random.randrange(100) for _ in range(20)]
print(data)
for sort in (bubble, insertion, quick, merge):
    print(f'{sort.__name__:>10}', sort(data) == sorted(data), sort([]), sort([2, 1]))

def binary_search(items, target):
    low, high, looks = 0, len(items) - 1, 0
    while low <= high:
        looks += 1
        middle = (low + high) // 2
        if items[middle] == target:
            return middle, looks
        low, high = (middle + 1, high) if items[middle] < target else (low, middle - 1)
    return None, looks

print([binary_search(range(0, 100, 3), n) for n in (0, 51, 50, 99)])
