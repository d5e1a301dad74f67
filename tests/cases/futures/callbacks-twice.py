# The same callback added twice runs twice; one added by a callback runs, too.
import asyncio

def note(future):
    print('note', future.result())

def adds_more(future):
    future.add_done_callback(note)
    print('added one more')

async def main():
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(note)
    future.add_done_callback(adds_more)
    future.add_done_callback(note)
    future.set_result(1)
    for turn in (1, 2, 3):
        print('turn', turn)
        await asyncio.sleep(0)

asyncio.run(main())
