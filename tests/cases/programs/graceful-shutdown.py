# A server loop that ends its jobs before it goes; slow ones are cancelled.
import asyncio

async def job(n):
    try:
        await asyncio.sleep(n)
        print('job', n, 'finished')
    except asyncio.CancelledError:
        print('job', n, 'aborted')
        raise

async def server(stop):
    jobs = set()
    while not stop.is_set():
        task = asyncio.create_task(job(len(jobs) + 1))
        jobs.add(task)
        try:
            await asyncio.wait_for(stop.wait(), 0.5)
        except TimeoutError:
            pass
    print('no new jobs;', sum(not task.done() for task in jobs), 'running')
    done, pending = await asyncio.wait(jobs, timeout=2)
    for task in pending:
        task.cancel()
    results = await asyncio.gather(*pending, return_exceptions=True)
    print(len(done), 'done,', len(results), 'aborted at', asyncio.get_running_loop().time())

async def main():
    stop = asyncio.Event()
    asyncio.get_running_loop().call_later(2.2, stop.set)
    await server(stop)

asyncio.run(main())
