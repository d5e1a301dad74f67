# A queue of one's own that drops duplicates, through the hooks of asyncio.Queue.
import asyncio

class UniqueQueue(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = {}

    def _put(self, item):
        self._queue[item] = None

    def _get(self):
        item = next(iter(self._queue))
        del self._queue[item]
        return item

async def main():
    queue = UniqueQueue()
    for word in 'the cat and the dog and the bird'.split():
        await queue.put(word)
    print(queue.qsize())
    while not queue.empty():
        print(await queue.get(), end=' ')
    print(type(queue).__mro__[1].__name__)

asyncio.run(main())
