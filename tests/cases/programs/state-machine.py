class TrafficLight:
    transitions = {'red': ('green', 3), 'green': ('yellow', 2), 'yellow': ('red', 1)}

    def __init__(self):
        self.state, self.clock, self.listeners = 'red', 0, []

    def on_change(self, f):
        self.listeners.append(f)
        return f

    def step(self):
        old = self.state
        self.state, seconds = self.transitions[self.state]
        self.clock += seconds
        for listener in self.listeners:
            listener(old, self.state, self.clock)

light = TrafficLight()

@light.on_change
def log(old, new, at):
    print(f't={at}: {old} -> {new}')

light.on_change(lambda old, new, at: print('GO!') if new == 'green' else None)
for _ in range(5):
    light.step()

class Events:
    def __init__(self):
        self.handlers = {}
    def on(self, name, *, once=False):
        def register(f):
            self.handlers.setdefault(name, []).append((f, once))
            return f
        return register
    def emit(self, name, **data):
        for entry in list(self.handlers.get(name, ())):
            entry[0](**data)
            if entry[1]:
                self.handlers[name].remove(entry)

events = Events()
@events.on('hello')
def always(who): print('always', who)
@events.on('hello', once=True)
def once(who): print('once', who)
events.emit('hello', who='ada')
events.emit('hello', who='bob')
events.emit('nobody listens')
