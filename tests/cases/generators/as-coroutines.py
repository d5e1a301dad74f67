# Coroutines before async: a scheduler of generators, round robin.
from collections import deque

def task(name, n):
    for i in range(n):
        print(name, i)
        yield
    return f'{name} done'

class Scheduler:
    def __init__(self):
        self.ready = deque()
        self.results = []
    def add(self, generator):
        self.ready.append(generator)
    def run(self):
        while self.ready:
            current = self.ready.popleft()
            try:
                next(current)
            except StopIteration as stop:
                self.results.append(stop.value)
            else:
                self.ready.append(current)

s = Scheduler()
for name, n in [('a', 2), ('b', 3), ('c', 1)]:
    s.add(task(name, n))
s.run()
print(s.results)

def consumer():
    print('waiting')
    try:
        while True:
            item = yield
            print('ate', item)
    except GeneratorExit:
        print('full')

c = consumer()
next(c)
for food in ['apple', 'pear']:
    c.send(food)
c.close()
