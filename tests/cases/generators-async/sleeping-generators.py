# Generators that yield how long they want to sleep, and a scheduler with a clock.
import heapq
import itertools

def job(name, *delays):
    for delay in delays:
        print(f'{now:4.1f} {name} sleeps {delay}')
        yield delay
    print(f'{now:4.1f} {name} ends')

now = 0.0
order = itertools.count()
timers = [(0.0, next(order), job('slow', 2, 2)), (0.0, next(order), job('quick', 0.5, 1, 0.5))]
heapq.heapify(timers)
while timers:
    now, _, generator = heapq.heappop(timers)
    for delay in generator:
        heapq.heappush(timers, (now + delay, next(order), generator))
        break
