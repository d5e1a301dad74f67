# Cancelling the shield leaves the inner task; cancelling the inner one reaches the shield.
import asyncio

async def main():
    inner = asyncio.create_task(asyncio.sleep(1, 'inner result'))
    outer = asyncio.shield(inner)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print('outer cancelled;', inner.cancelled(), await inner)

    inner = asyncio.create_task(asyncio.sleep(1))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0.5)
    inner.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print('both cancelled', inner.cancelled(), outer.cancelled())

asyncio.run(main())
