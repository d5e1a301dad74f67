# Future, Task and loop in forty lines: how await finds its way back.
class Future:
    def __init__(self):
        self.done, self.result, self.callbacks = False, None, []

    def set_result(self, value):
        self.done, self.result = True, value
        ready.extend(self.callbacks)

    def __await__(self):
        if not self.done:
            yield self
        return self.result

class Task(Future):
    def __init__(self, coroutine):
        super().__init__()
        self.coroutine = coroutine
        ready.append(self.step)

    def step(self):
        try:
            future = self.coroutine.send(None)
        except StopIteration as stop:
            self.set_result(stop.value)
        else:
            future.callbacks.append(self.step)

ready = []
gate = Future()

async def waiter(name):
    print(name, 'waits')
    print(name, 'got', await gate)
    return name

async def opener():
    print('opening')
    gate.set_result('green light')

async def main():
    print('results:', [await task for task in (Task(waiter('a')), Task(waiter('b')), Task(opener()))])

Task(main())
while ready:
    ready.pop(0)()
