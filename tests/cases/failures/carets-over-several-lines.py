# A call over several lines: where the carets go.
import asyncio

async def job(name, factor):
    await asyncio.sleep(0)
    return {
        'name': name,
        'value': len(
            name
        ) / factor,
    }

async def main():
    return await asyncio.gather(
        job('first', 1),
        job(
            'second',
            0,
        ),
    )

asyncio.run(main())
