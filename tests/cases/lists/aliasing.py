a = [1, 2]
b = a
c = a[:]
b.append(3)
c.append(4)
print(a, b, c, a is b, a is c)
grid = [[0] * 3] * 2
grid[0][0] = 1
print(grid)
grid = [[0] * 3 for _ in range(2)]
grid[0][0] = 1
print(grid)

def change(items):
    items.append('changed')
    items = ['new']
    return items

print(change(a), a)
a += [5]
print(b)
a = a + [6]
print(a, b)
ring = [1]
ring.append(ring)
print(ring, ring[1] is ring, len(ring))
pair = ([], 1)
pair[0].append('in a tuple')
print(pair)
