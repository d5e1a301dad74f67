# A coroutine object is true, whatever it would return.
import asyncio

async def is_allowed(user):
    await asyncio.sleep(0.1)
    return user == 'root'

async def main():
    if is_allowed('guest'):
        print('guest may come in?!')
    if await is_allowed('guest'):
        print('not printed')
    print('end')

asyncio.run(main())
