# The coroutine is kept in a variable: the warning comes when it dies.
import asyncio

async def work(n):
    return n

async def main():
    coroutine = work(1)
    print('still alive', coroutine.__name__)
    coroutine = work(2)
    print('the first has died')
    print(await coroutine)
    jobs = [work(3), work(4)]
    print('main ends')

asyncio.run(main())
print('program ends')
