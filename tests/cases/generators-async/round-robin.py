# A scheduler in ten lines: generators that take turns.
from collections import deque

def job(name, steps):
    for step in range(1, steps + 1):
        print(f'{name} step {step} of {steps}')
        yield
    print(name, 'is done')

ready = deque([job('A', 3), job('B', 1), job('C', 2)])
while ready:
    current = ready.popleft()
    try:
        next(current)
    except StopIteration:
        continue
    ready.append(current)
