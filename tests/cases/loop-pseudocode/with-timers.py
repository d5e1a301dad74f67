# With timers: sleep until the earliest is due.
import heapq
import time

class Loop:
    def __init__(self):
        self.ready, self.timers, self.order = [], [], 0

    def call_later(self, delay, callback):
        self.order += 1
        heapq.heappush(self.timers, (time.monotonic() + delay, self.order, callback))

    def run(self):
        while self.ready or self.timers:
            if not self.ready:
                time.sleep(max(0, self.timers[0][0] - time.monotonic()))
            while self.timers and self.timers[0][0] <= time.monotonic():
                self.ready.append(heapq.heappop(self.timers)[2])
            batch, self.ready = self.ready, []
            for callback in batch:
                callback()

loop = Loop()
for delay in (2, 1, 1, 0.5):
    loop.call_later(delay, lambda delay=delay: print(delay, 'at', time.monotonic()))
loop.run()
