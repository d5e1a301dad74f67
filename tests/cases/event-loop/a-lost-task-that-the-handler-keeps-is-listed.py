import asyncio

kept = []


async def wait():
    await asyncio.sleep(1)


def keep(loop, context):
    print(context["message"])
    kept.append(context["task"])


def names():
    return [task.get_name() for task in asyncio.all_tasks(loop)]


loop = asyncio.new_event_loop()
loop.set_exception_handler(keep)
loop.create_task(wait(), name="lost")
print(names())
loop.close()
print(names())
kept.clear()
print(names())
