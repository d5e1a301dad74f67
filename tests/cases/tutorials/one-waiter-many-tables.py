# One waiter, many tables: taking an order is quick, guests eat slowly.
import asyncio

async def serve(table, courses):
    for course in range(1, courses + 1):
        await asyncio.sleep(0.1)
        print(f'table {table}: course {course} is served')
        await asyncio.sleep(1)
    print(f'table {table} pays')

async def main(tables, courses):
    loop = asyncio.get_running_loop()
    for table in range(1, tables + 1):
        await serve(table, courses)
    one_by_one = loop.time()
    print('---')
    await asyncio.gather(*(serve(table, courses) for table in range(1, tables + 1)))
    print(f'one by one {one_by_one:.1f}, all together {loop.time() - one_by_one:.1f}')

asyncio.run(main(tables=3, courses=2))
