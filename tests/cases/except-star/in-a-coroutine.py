# Results of gather turned into a group by hand.
import asyncio

async def check(n):
    await asyncio.sleep(n / 10)
    if n % 3 == 0:
        raise ValueError(f'{n} divides by 3')
    if n % 4 == 0:
        raise LookupError(f'{n} divides by 4')
    return n

async def check_all(numbers):
    results = await asyncio.gather(*map(check, numbers), return_exceptions=True)
    errors = [result for result in results if isinstance(result, Exception)]
    if errors:
        raise ExceptionGroup(f'{len(errors)} of {len(results)} failed', errors)
    return results

async def main():
    print(await check_all([1, 2]))
    try:
        await check_all(range(1, 9))
    except* ValueError as group:
        print(group.message, [str(error) for error in group.exceptions])
    except* LookupError as group:
        print(group.message, [str(error) for error in group.exceptions])

asyncio.run(main())
