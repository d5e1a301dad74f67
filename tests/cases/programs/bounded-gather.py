# gather with a limit.
import asyncio

async def bounded_gather(limit, *coroutines):
    semaphore = asyncio.Semaphore(limit)

    async def bounded(coroutine):
        async with semaphore:
            return await coroutine

    return await asyncio.gather(*map(bounded, coroutines))

running = most = 0

async def job(n):
    global running, most
    running += 1
    most = max(most, running)
    await asyncio.sleep(0.3 + n % 3 / 10)
    running -= 1
    return n

async def main():
    print(await bounded_gather(4, *(job(n) for n in range(10))))
    print('most at once:', most, 'time:', round(asyncio.get_running_loop().time(), 3))

asyncio.run(main())
