# Dataclasses as jobs in a priority queue.
import asyncio
from dataclasses import dataclass, field

@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)
    seconds: float = field(default=1.0, compare=False)

    async def run(self):
        await asyncio.sleep(self.seconds)
        return f'{self.name} finished'

async def main():
    queue = asyncio.PriorityQueue()
    for job in (Job(3, 'sweep'), Job(1, 'cook', 0.5), Job(2, 'eat')):
        queue.put_nowait(job)
    while not queue.empty():
        job = queue.get_nowait()
        print(job)
        print(await job.run(), asyncio.get_running_loop().time())

asyncio.run(main())
