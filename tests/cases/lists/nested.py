matrix = [[1, 2, 3], [4, 5, 6]]
print(matrix[1][2], [row[0] for row in matrix], list(zip(*matrix)), [list(r) for r in zip(*matrix)])
print(sum(matrix, []), [x for row in matrix for x in row], [[x * 2 for x in row] for row in matrix])
for i, row in enumerate(matrix):
    for j, value in enumerate(row):
        print(f'({i},{j})={value}', end=' ')
    print()
stack, queue = [], []
for x in 'abc':
    stack.append(x)
    queue.insert(0, x)
print([stack.pop() for _ in range(3)], [queue.pop() for _ in range(3)])
deep = [1, [2, [3, [4, []]]]]

def flatten(items):
    for item in items:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item

print(list(flatten(deep)), str(deep).count('['))
