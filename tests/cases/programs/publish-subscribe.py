# A topic with a queue for each subscriber.
import asyncio

class Topic:
    def __init__(self):
        self.queues = []

    async def subscribe(self, name, most):
        queue = asyncio.Queue()
        self.queues.append(queue)
        try:
            while most:
                message = await queue.get()
                print(f'{asyncio.get_running_loop().time():.1f} {name} received {message}')
                most -= 1
        finally:
            self.queues.remove(queue)

    def publish(self, message):
        for queue in self.queues:
            queue.put_nowait(message)
        return len(self.queues)

async def main():
    topic = Topic()
    early = asyncio.create_task(topic.subscribe('early', 3))
    await asyncio.sleep(0)
    for n in range(4):
        if n == 1:
            late = asyncio.create_task(topic.subscribe('    late', 2))
            await asyncio.sleep(0)
        await asyncio.sleep(1)
        print('published', n, 'to', topic.publish(n))
    await asyncio.gather(early, late)

asyncio.run(main())
