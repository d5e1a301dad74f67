"""Priority queues on plain lists."""


def _rise(heap, start, position):
    # The item at `position` moves towards `start` past every parent that is greater.
    item = heap[position]
    while position > start:
        parent = (position - 1) >> 1
        if not item < heap[parent]:
            break
        heap[position] = heap[parent]
        position = parent
    heap[position] = item


def _sink(heap, position):
    # The hole goes down along the smaller children to a leaf; there the item is set, to rise again.
    start = position
    item = heap[position]
    end = len(heap)
    while (child := 2 * position + 1) < end:
        if child + 1 < end and not heap[child] < heap[child + 1]:
            child += 1
        heap[position] = heap[child]
        position = child
    heap[position] = item
    _rise(heap, start, position)


def heappush(heap, item, /):
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap, /):
    if not heap:
        raise IndexError('index out of range')
    last = heap.pop()
    if not heap:
        return last
    smallest = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return smallest


def heapreplace(heap, item, /):
    if not heap:
        raise IndexError('index out of range')
    smallest = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return smallest


def heappushpop(heap, item, /):
    return heapreplace(heap, item) if heap and heap[0] < item else item


def heapify(heap, /):
    for position in reversed(range(len(heap) // 2)):
        _sink(heap, position)


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(n, 0)]


def merge(*iterables, key=None, reverse=False):
    choose = max if reverse else min
    heads = []
    for items in map(iter, iterables):
        for item in items:
            heads.append([item if key is None else key(item), item, items])
            break
    while heads:
        best = choose(heads, key=lambda head: head[0])
        yield best[1]
        for item in best[2]:
            best[:2] = item if key is None else key(item), item
            break
        else:
            heads = [head for head in heads if head is not best]
