# What a forgotten await looks like when printed.
import asyncio

class Api:
    async def fetch(self):
        return 'data'

async def main():
    forgotten = Api().fetch()
    print(forgotten)
    print([forgotten])
    print(f'result: {forgotten}')

asyncio.run(main())
