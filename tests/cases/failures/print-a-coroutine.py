# What a forgotten await looks like when printed.
import asyncio

class Api:
    async def fetch(self):
        return 'data'

async def main():
    print(Api().fetch())
    print([Api().fetch()])
    print(f'result: {Api().fetch()}')

asyncio.run(main())
