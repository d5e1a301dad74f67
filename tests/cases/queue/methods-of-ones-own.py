# put() and get() call the put_nowait(), get_nowait(), full() and empty() that a subclass of a queue has.
import asyncio
import traceback


class Told(asyncio.Queue):
    def put_nowait(self, item):
        print("put_nowait", item)
        super().put_nowait(item)

    def get_nowait(self):
        print("get_nowait")
        return super().get_nowait()


class ToldPriority(Told, asyncio.PriorityQueue):
    pass


class Curious(asyncio.Queue):
    def qsize(self):
        print("qsize?")
        return super().qsize()

    def empty(self):
        print("empty?")
        return super().empty()

    def full(self):
        print("full?")
        return super().full()


class Picky(asyncio.Queue):
    def put_nowait(self, item):
        raise ValueError(f"not {item}")


async def produce(queue):
    for item in 3, 1, 2:
        await queue.put(item)


async def consume(queue):
    for _ in range(3):
        print("got", await queue.get())
        queue.task_done()


async def main():
    for kind in Told, ToldPriority, Curious:
        print(kind.__name__)
        queue = kind(2)
        await asyncio.gather(produce(queue), consume(queue))
        await queue.join()

        getting = asyncio.create_task(queue.get())
        await asyncio.sleep(1)
        getting.print_stack()
        getting.cancel()
        try:
            await getting
        except asyncio.CancelledError:
            traceback.print_exc()

        await produce(kind(3))
        queue = kind(1)
        await queue.put(1)
        putting = asyncio.create_task(queue.put(2))
        await asyncio.sleep(1)
        print(queue)
        queue.shutdown()
        try:
            await putting
        except asyncio.QueueShutDown:
            traceback.print_exc()

    patched = asyncio.Queue()
    patched.put_nowait = lambda item: print("thrown away:", item)
    await patched.put(1)
    print(patched.qsize())
    await Picky().put("that")


asyncio.run(main())
