# An asynchronous generator's steps are awaitables, which can be driven by hand, used once, and refused.
import asyncio


async def letters():
    try:
        received = yield "a"
        print("received", received)
        await asyncio.sleep(1)
        yield "b"
    except ValueError as error:
        print("thrown", error)
        yield "after"


async def outcome(awaitable):
    try:
        return await awaitable
    except BaseException as error:
        return repr(error)


class Plain:
    def __init__(self):
        self.left = 2

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.left -= 1
        if self.left < 0:
            raise StopAsyncIteration
        return self.left


async def main():
    generator = letters()
    print(generator.__name__, generator.ag_running, generator.ag_frame is not None, generator.ag_code.co_name, generator.ag_await, generator.__aiter__() is generator)
    step = generator.asend(None)
    try:
        step.send(None)
    except StopIteration as stop:
        print("first", stop.value)
    print(await outcome(step))
    print(await generator.asend("word"), await outcome(generator.athrow(ValueError("late"))), await outcome(generator.__anext__()), await outcome(generator.aclose()))
    fresh = letters()
    print(await outcome(fresh.asend("too early")), await outcome(fresh.athrow(KeyError)), await outcome(fresh.__anext__()))
    fresh = letters()
    for action in (lambda: fresh.asend(), lambda: fresh.__anext__(1), lambda: fresh.aclose(1), lambda: fresh.asend(1, 2), lambda: type(fresh)(), lambda: iter(fresh), lambda: anext(5), lambda: aiter(5), lambda: anext(), lambda: anext([])):
        try:
            print(action())
        except (TypeError, AttributeError) as error:
            print(type(error).__name__, error)
    plain = Plain()
    print(await anext(plain), await anext(plain, "default"), await anext(plain, "default"), await outcome(anext(plain)), await anext(aiter(Plain())))
    closing = letters()
    await anext(closing)
    close = closing.aclose()
    try:
        close.send(None)
    except StopIteration as stop:
        print("closed", stop.value)
    print(await outcome(close), await outcome(anext(closing)), [letter async for letter in closing])
    thrown = letters()
    await anext(thrown)
    step = thrown.athrow(ValueError("by hand"))
    try:
        step.send(None)
    except StopIteration as stop:
        print("yielded", stop.value)
    other = letters()
    step = other.__anext__()
    step.close()
    print(await outcome(step), await outcome(other.__anext__()))
    step = other.asend(None)
    try:
        step.throw(KeyError("into the step"))
    except KeyError as error:
        print("out again", error)
    await other.aclose()
    await thrown.aclose()


asyncio.run(main())
