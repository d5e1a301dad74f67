# add_done_callback returns None: a classic trap when chained.
import asyncio

async def work(n):
    await asyncio.sleep(n)
    return n

async def main():
    kept = asyncio.create_task(work(1)).add_done_callback(lambda t: print('done', t.result()))
    print(kept)
    await asyncio.sleep(2)
    try:
        await kept
    except TypeError as error:
        print(error)

asyncio.run(main())
