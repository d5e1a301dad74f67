# An object with a coroutine's methods can be a task: it is resumed by `send`.
import asyncio


class Traced:
    def __init__(self, coroutine):
        self.coroutine = coroutine

    def send(self, value):
        print("send", value)
        return self.coroutine.send(value)

    def throw(self, *exception):
        print("throw", exception[0])
        return self.coroutine.throw(*exception)

    def close(self):
        self.coroutine.close()

    def __await__(self):
        return self


class Answer:
    def send(self, value):
        raise StopIteration(42)

    def throw(self, *exception):
        raise exception[0]

    def close(self):
        pass

    def __await__(self):
        return self


async def work():
    print("work begins")
    await asyncio.sleep(1)
    print("work ends")
    return "done"


async def main():
    print(asyncio.iscoroutine(Answer()), await asyncio.create_task(Answer()))
    print(await asyncio.create_task(Traced(work())))
    task = asyncio.create_task(Traced(work()))
    await asyncio.sleep(0.5)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")


asyncio.run(main())
