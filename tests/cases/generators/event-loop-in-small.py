# The event loop as pseudo-code: a list of tasks, a heap of sleepers, a while loop.
import heapq
import itertools

class Loop:
    def __init__(self):
        self.now, self.ready, self.sleeping, self.order = 0, [], [], itertools.count()
    def spawn(self, name, generator):
        self.ready.append((name, generator))
    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                self.now, _, task = heapq.heappop(self.sleeping)
                self.ready.append(task)
            name, generator = self.ready.pop(0)
            try:
                delay = next(generator)
            except StopIteration:
                print(f'{self.now:>4}  {name} finished')
            else:
                heapq.heappush(self.sleeping, (self.now + delay, next(self.order), (name, generator)))

def sleep(seconds):
    yield seconds

def job(loop, name, *delays):
    for delay in delays:
        print(f'{loop.now:>4}  {name} sleeps {delay}')
        yield from sleep(delay)

loop = Loop()
loop.spawn('A', job(loop, 'A', 1, 1, 1))
loop.spawn('B', job(loop, 'B', 2, 0.5))
loop.spawn('C', job(loop, 'C'))
loop.run()
print('time is', loop.now)
