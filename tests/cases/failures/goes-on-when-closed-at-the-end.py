"""Code that goes on in spite of being closed is let go of when everything else has had its last words."""
import asyncio
class Held:
    def __init__(self, n): self.n = n
    def __del__(self): print('held', self.n)
async def swallow(n):
    try:
        await asyncio.sleep(10)
    except BaseException as e:
        print('closing', n)
    held = Held(n)
    await asyncio.sleep(0)
async def main():
    for n in range(3):
        asyncio.create_task(swallow(n))
    await asyncio.sleep(0)
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
del loop
print('end')
