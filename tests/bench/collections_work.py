"""Lists, dicts and sets: filled, looked up, sorted, comprehended."""
SIZE = 200_000


def work():
    numbers = [n * 7919 % 1_000_003 for n in range(SIZE)]
    by_rest = {}
    for number in numbers:
        by_rest.setdefault(number % 1000, []).append(number)
    names = {f'cup {n}': n for n in range(SIZE // 4)}
    found = sum(names[f'cup {n}'] for n in range(0, SIZE // 4, 3))
    seen = set()
    for number in numbers:
        if number not in seen:
            seen.add(number)
    evens = {number for number in seen if number % 2 == 0}
    ordered = sorted(numbers)
    ordered.sort(key=lambda number: -number)
    pairs = [(a, b) for a, b in zip(numbers, reversed(numbers)) if a < b]
    swapped = 0
    for at in range(1, len(numbers)):
        if numbers[at - 1] > numbers[at]:
            numbers[at - 1], numbers[at] = numbers[at], numbers[at - 1]
            swapped += 1
    return len(by_rest), found, len(seen - evens), ordered[SIZE // 2], len(pairs), swapped


print(work())
