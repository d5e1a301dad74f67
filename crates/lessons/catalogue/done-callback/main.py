import asyncio


def ring(task):
    print("ring!", task.get_name(), "has", task.result())


async def bake():
    await asyncio.sleep(2)
    print("out of the oven")
    return "a cake"


async def main():
    task = asyncio.create_task(bake(), name="baker")
    task.add_done_callback(ring)
    print("main has", await task)
    task.add_done_callback(lambda task: print("too late? no"))
    print("main goes on")
    await asyncio.sleep(0)


asyncio.run(main())
