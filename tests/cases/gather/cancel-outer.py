# Cancelling what gather returns cancels all its children.
import asyncio

async def child(n):
    try:
        await asyncio.sleep(n)
        print(n, 'done')
    except asyncio.CancelledError as error:
        print(n, 'cancelled', error.args)
        raise

async def main():
    group = asyncio.gather(child(1), child(5), child(6))
    asyncio.get_running_loop().call_later(2, group.cancel, 'time is up')
    try:
        await group
    except asyncio.CancelledError as error:
        print('main sees', repr(error))
    print(group.cancelled(), group.done())

asyncio.run(main())
