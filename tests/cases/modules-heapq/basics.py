import heapq

h = []
for n in [5, 1, 8, 3, 2]:
    heapq.heappush(h, n)
    print(h)
print([heapq.heappop(h) for _ in range(3)], h, heapq.heappushpop(h, 1), heapq.heapreplace(h, 9), h)
items = [9, 4, 7, 1, 3]
heapq.heapify(items)
print(items, heapq.nlargest(2, items), heapq.nsmallest(2, items), heapq.nsmallest(1, ['bb', 'a'], key=len), list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge([4, 1], [3, 2], reverse=True)))
tasks = []
for priority, name in [(2, 'code'), (1, 'eat'), (2, 'again'), (0, 'wake')]:
    heapq.heappush(tasks, (priority, name))
while tasks:
    print(heapq.heappop(tasks), end=' ')
print()
try:
    heapq.heappop([])
except IndexError as error:
    print(error)
try:
    heapq.heappush([(1, {})], (1, {}))
except TypeError as error:
    print(error)
