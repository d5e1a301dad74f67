with open('poem.txt', 'w') as f:
    print(f.write('roses\n'), f.write('violets\n'))
    f.writelines(['sugar\n', 'you'])
    print('!', file=f)
with open('poem.txt') as f:
    print(repr(f.read()))
with open('poem.txt') as f:
    print(repr(f.readline()), f.readlines())
    print(repr(f.read()), f.tell())
with open('poem.txt', 'a') as f:
    f.write('appended')
for number, line in enumerate(open('poem.txt'), 1):
    print(number, line.rstrip())
with open('poem.txt') as f:
    print([line.strip() for line in f], f.name, f.mode, f.closed)
print(f.closed)
with open('poem.txt', 'r+') as f:
    f.write('ROSES')
    f.seek(0)
    print(f.readline().strip(), f.tell())
print(open('poem.txt').read().count('\n'), list(open('poem.txt'))[-1])
