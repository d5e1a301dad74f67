def biggest(items):
    best = items[0]
    for item in items[1:]:
        if item > best:
            best = item
    return best

print(biggest([3, 9, 4]))
print(biggest([3, '9', 4]))
