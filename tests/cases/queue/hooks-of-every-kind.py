# Subclasses of all queues that keep their items in their own way.
import asyncio
class MaxQ(asyncio.PriorityQueue):
    def _put(self, item): super()._put((-item, item))
    def _get(self): return super()._get()[1]
class SetQ(asyncio.Queue):
    def _init(self, maxsize): self._queue = set()
    def _put(self, item): self._queue.add(item)
    def _get(self): return self._queue.pop()
class Logged(asyncio.Queue):
    async def put(self, item):
        print('putting', item); await super().put(item)
    def _put(self, item):
        print('_put', item); super()._put(item)
class Lifo(asyncio.LifoQueue):
    def _get(self):
        x = super()._get(); print('got', x); return x
async def consumer(q):
    while True:
        x = await q.get(); print('consumed', x); q.task_done()
async def main():
    q = MaxQ()
    for i in (3, 9, 5): q.put_nowait(i)
    print([await q.get() for _ in range(3)], q.qsize(), q.empty(), q.full(), q.maxsize)
    s = SetQ(maxsize=2); await s.put(1); await s.put(1); await s.put(2)
    print(s.qsize(), s.full())
    try: s.put_nowait(5)
    except asyncio.QueueFull as e: print(repr(e))
    l = Logged(1)
    t = asyncio.create_task(consumer(l))
    for i in range(3): await l.put(i)
    await l.join(); t.cancel()
    try: await t
    except asyncio.CancelledError: print('cancelled')
    print(str(l)[:20], l._unfinished_tasks)
    f = Lifo(); f.put_nowait(1); f.put_nowait(2); print(f.get_nowait(), await f.get())
    try: f.get_nowait()
    except asyncio.QueueEmpty as e: print(repr(e))
    f.shutdown()
    try: await f.get()
    except asyncio.QueueShutDown as e: print(repr(e))
    plain = asyncio.PriorityQueue(); await plain.put(2); await plain.put(1); print(await plain.get())
    try:
        l.task_done()
    except ValueError as e: print(e)
    try: await asyncio.wait_for(l.get(), 1)
    except TimeoutError: print('timeout', l)
asyncio.run(main())
