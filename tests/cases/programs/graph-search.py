from collections import deque
import heapq

graph = {'A': {'B': 4, 'C': 1}, 'B': {'D': 1}, 'C': {'B': 2, 'D': 5}, 'D': {'E': 3}, 'E': {}}

def breadth_first(start, goal):
    queue, came_from = deque([start]), {start: None}
    while queue:
        node = queue.popleft()
        if node == goal:
            path = []
            while node:
                path.append(node)
                node = came_from[node]
            return path[::-1]
        for neighbour in graph[node]:
            if neighbour not in came_from:
                came_from[neighbour] = node
                queue.append(neighbour)

def depth_first(node, seen=None):
    seen = seen if seen is not None else []
    seen.append(node)
    for neighbour in graph[node]:
        if neighbour not in seen:
            depth_first(neighbour, seen)
    return seen

def dijkstra(start):
    distance, heap = {}, [(0, start)]
    while heap:
        d, node = heapq.heappop(heap)
        if node not in distance:
            distance[node] = d
            for neighbour, weight in graph[node].items():
                heapq.heappush(heap, (d + weight, neighbour))
    return distance

print(breadth_first('A', 'E'), breadth_first('E', 'A'), depth_first('A'), dijkstra('A'))
maze = ['S.#.', '..#.', '#...', '##.E']
start = next((r, c) for r, row in enumerate(maze) for c, x in enumerate(row) if x == 'S')
steps, frontier = {start: 0}, [start]
for r, c in frontier:
    for spot in ((r + 1, c), (r, c + 1), (r - 1, c), (r, c - 1)):
        if 0 <= spot[0] < 4 and 0 <= spot[1] < 4 and maze[spot[0]][spot[1]] != '#' and spot not in steps:
            steps[spot] = steps[r, c] + 1
            frontier.append(spot)
print(steps[3, 3], len(steps))
