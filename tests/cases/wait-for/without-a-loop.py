# Without patience it makes a task, of whatever loop is the thread's; otherwise it awaits in place.
import asyncio


async def work():
    print('work')


try:
    asyncio.run(asyncio.wait_for(work(), 0))
except TimeoutError:
    print('late')


def by_hand():
    for timeout in 0, 1, None:
        what = work()
        waiting = asyncio.wait_for(what, timeout)
        try:
            waiting.send(None)
        except (RuntimeError, StopIteration) as error:
            print(timeout, repr(error))
        what.close()


by_hand()
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
by_hand()
print([task.get_name() for task in asyncio.all_tasks(loop)])
loop.run_until_complete(asyncio.sleep(0))
asyncio.set_event_loop(None)
by_hand()
