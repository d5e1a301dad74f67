def numbers(limit):
    for n in range(limit):
        print(f'[make {n}]', end=' ')
        yield n

def only_even(source):
    for n in source:
        if n % 2 == 0:
            yield n

def squared(source):
    return (n * n for n in source)

for result in squared(only_even(numbers(6))):
    print(result)

def read_lines(text):
    yield from text.splitlines()

def parse(lines):
    for line in lines:
        key, _, value = line.partition('=')
        if value:
            yield key.strip(), int(value)

print(dict(parse(read_lines('a = 1\nbad\nb=2'))))

def batches(items, size):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch

print(list(batches(range(7), 3)))

def take(n, source):
    return [x for _, x in zip(range(n), source)]

def sieve():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1

print(take(10, sieve()))
