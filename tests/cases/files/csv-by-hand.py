rows = [('name', 'age'), ('Ada', 36), ('Bob, Jr.', 25)]
with open('people.csv', 'w') as f:
    for row in rows:
        f.write(','.join(f'"{v}"' if ',' in str(v) else str(v) for v in row) + '\n')
with open('people.csv') as f:
    header = next(f).strip().split(',')
    for line in f:
        print(dict(zip(header, line.strip().rsplit(',', 1))))
words = {}
with open('text.txt', 'w') as out:
    out.write('the cat\nthe dog\n\nthe end\n')
with open('text.txt') as source, open('numbered.txt', 'w') as target:
    for n, line in enumerate(source, 1):
        target.write(f'{n:>3}: {line}')
        for word in line.split():
            words[word] = words.get(word, 0) + 1
print(open('numbered.txt').read(), words, sep='\n')
